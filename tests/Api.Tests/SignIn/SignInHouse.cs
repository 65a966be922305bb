namespace Safeguard.Api.Tests.SignIn;

/// <summary>One university and one installation for all tests of signing in; each test brings its own people.</summary>
public sealed class SignInHouse : IAsyncLifetime
{
    public University University { get; private set; } = null!;
    public SignInServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        University = await University.StartAsync();
        Server = await SignInServer.StartAsync(University.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await University.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class SignInCollection : ICollectionFixture<SignInHouse>
{
    public const string Name = "Signing in";
}
