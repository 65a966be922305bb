Console.Error.WriteLine("safeguard: nothing to serve yet.");
return 1;
