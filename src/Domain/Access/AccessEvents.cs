namespace Safeguard.Domain.Access;

/// <summary>Something that happened to a person's way in.</summary>
public abstract record AccessEvent(PersonId Person);

/// <summary>The university vouched for somebody whom the programme knows, and who may not come in any more.</summary>
public sealed record SignInRefused(PersonId Person) : AccessEvent(Person);
