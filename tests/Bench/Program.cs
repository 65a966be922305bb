Console.Error.WriteLine("bench: nothing to measure yet.");
return 1;
