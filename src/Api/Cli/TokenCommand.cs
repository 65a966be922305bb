using System.CommandLine;
using Safeguard.Api.Hosting;
using Safeguard.Api.SignIn;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Cli;

/// <summary><c>safeguard token PERSON</c>: a bearer token of the demo.</summary>
public static class TokenCommand
{
    public static Command Create()
    {
        var person = new Argument<string>("person") { Description = "Whose token, by id (we0014)." };
        var json = new Option<bool>("--json") { Description = "The token as one JSON object." };
        var command = new Command("token", "A bearer token for anyone, in the demo.") { person, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel, migrate: false);
            if (!installation.Get<ServerSettings>().Demo)
                throw new StartRefusedException("Tokens are made in the demo only. Set SAFEGUARD_DEMO=1.");
            var directory = installation.Get<InstitutionDirectory>();
            await directory.LoadAsync(cancel);
            if (directory.Present.Person(new PersonId(parsed.GetValue(person)!)) is not { } known)
                throw new StartRefusedException("Nobody has that id. GET /demo/people lists everybody.");
            var token = installation.Get<DemoTokens>().Issue(known.Id);
            Console.WriteLine(parsed.GetValue(json)
                ? System.Text.Json.JsonSerializer.Serialize(new { token }, Http.ApiJson.Options)
                : token);
            return ExitCodes.Done;
        });
        return command;
    }
}
