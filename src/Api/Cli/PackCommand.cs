using System.CommandLine;
using Safeguard.Api.Audit.Packs;
using Safeguard.Api.Hosting;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Cli;

/// <summary>
/// <c>safeguard pack STREAM --out FILE</c>: a case's whole history as one ZIP, the same that auditors export. That it
/// was made is put on record first, for the auditor that <c>--by</c> names, else for the product itself.
/// </summary>
public static class PackCommand
{
    public static Command Create()
    {
        var stream = new Argument<string>("stream") { Description = "A case code, or kind and id: case-file:0198…" };
        var target = new Option<string>("--out")
        {
            Description = "The file to write; it must not be there yet.",
            Required = true,
        };
        var auditor = new Option<string?>("--by") { Description = "The auditor for whom it is made, by id." };
        var position = new Option<long?>("--position") { Description = "Of an earlier pack, to have it once more." };
        var command = new Command("pack", "A case's whole history as one ZIP with a manifest of hashes.")
        {
            stream, target, auditor, position,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(cancel, migrate: false);
            var directory = installation.Get<InstitutionDirectory>();
            await directory.LoadAsync(cancel);
            var reader = Reader(directory, installation.Get<TimeProvider>(), parsed.GetValue(auditor));
            var taken = await installation.Get<CasePacks>()
                .TakeAsync(parsed.GetValue(stream)!, reader, parsed.GetValue(position), cancel);
            await WriteAsync(taken, parsed.GetValue(target)!, cancel);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Caller Reader(InstitutionDirectory directory, TimeProvider clock, string? auditor)
    {
        if (auditor is null) return Caller.System;
        return directory.Present.StillHere(new PersonId(auditor), clock.GetUtcNow()) is { } caller
            && caller.Is(Role.Auditor)
            ? caller
            : throw new StartRefusedException("Only for an auditor of the programme is a pack made.");
    }

    private static async Task WriteAsync(TakenPack taken, string target, CancellationToken cancel)
    {
        if (taken.Pack is not { } pack)
            throw new StartRefusedException(taken.Fault == PackFault.NoSuchCase
                ? "There is no case file or urgent contact of that name."
                : "Nothing of this case lies at that position. Take it from the manifest of an earlier pack.");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
        };
        // Nobody else on the machine may read it.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(target, options);
        try
        {
            await using (file) await pack.WriteAsync(file, cancel);
        }
        catch
        {
            File.Delete(target);
            throw;
        }
    }
}
