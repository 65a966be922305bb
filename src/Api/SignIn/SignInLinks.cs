using Safeguard.Api.Commands;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.People;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.SignIn;

/// <summary>
/// From an account of the university to one of our people. The product's own records say who: an account that was
/// linked before, or at a first sign-in the one person with the e-mail address that the university vouches for.
/// </summary>
public sealed class SignInLinks(CommandRunner runner, InstitutionDirectory directory, TimeProvider clock)
{
    private static readonly StreamKind<Person, PersonEvent> PersonStream = new(Person.Aggregate);

    public PersonId? Find(UniversityIdentity identity) =>
        directory.Present.PersonBySignIn(identity.Issuer, identity.Subject);

    /// <summary>Links a first sign-in; null where no one person can be told for sure.</summary>
    public async Task<PersonId?> LinkAsync(UniversityIdentity identity, string? verifiedEmail)
    {
        if (verifiedEmail is null) return null;
        // Whoever was added or linked on another node a moment ago counts.
        await directory.CatchUpAsync(CancellationToken.None);
        if (Find(identity) is { } known) return known;
        if (directory.Present.PersonByFirstSignIn(identity.Issuer, verifiedEmail) is not { } person) return null;
        var outcome = await runner.RunAsync(nameof(LinkSignIn), CommandInfo.ByTheProduct(), async transaction =>
        {
            var institution = directory.Present;
            var loaded = await transaction.LoadAsync(PersonStream, StreamIds.For(Person.StreamType, person.Value));
            var takenBy = institution.PersonBySignIn(identity.Issuer, identity.Subject);
            return await transaction.ApplyAsync(
                PersonStream,
                loaded,
                LinkSignIn.Decide(
                    new(identity.Issuer, identity.Subject, takenBy), loaded.State, new(Caller.System, transaction.Now)),
                institution.PolicyAt(transaction.Now).Version);
        });
        // What they open next must know them already.
        await directory.CatchUpAsync(CancellationToken.None);
        return outcome is Done ? person : null;
    }

    /// <summary>Whether they may come in now; refused, it is on record that they tried.</summary>
    public async Task<bool> LetsInAsync(PersonId person)
    {
        if (directory.Present.Caller(person, clock.GetUtcNow()) is not null) return true;
        await runner.RunAsync(nameof(SignInRefused), CommandInfo.ByTheProduct(), async transaction =>
        {
            var stream = AccessKind.StreamOf(person);
            var history = await transaction.LoadAsync(AccessKind.Kind, stream);
            var policy = directory.Present.PolicyAt(transaction.Now).Version;
            return await transaction.ApplyAsync(AccessKind.Kind, history, new SignInRefused(person), policy);
        });
        return false;
    }

    /// <summary>Somebody who left is let in for raising alone, so that is where they are sent.</summary>
    public bool HasLeft(PersonId person) => directory.Present.Person(person)?.LeftAt is not null;
}
