using Safeguard.Domain.Access;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Access;

/// <summary>Whose record an account opens that nobody has signed in with before.</summary>
public sealed class FirstSignInTests
{
    private const string Issuer = "https://id.wexcombe.example";
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly Stamp Then = new(PersonId.System, null, Noon, Noon, 0);
    private static readonly PersonId Ida = new("we0001");
    private static readonly PersonId Tom = new("we0002");

    [Theory]
    [InlineData("ida@wexcombe.example")]
    [InlineData("IDA@Wexcombe.EXAMPLE")]
    [InlineData(" ida@wexcombe.example ")]
    public void The_one_person_with_the_address_in_any_case(string address) =>
        With((Ida, "Ida@wexcombe.example"), (Tom, "tom@wexcombe.example"))
            .PersonByFirstSignIn(Issuer, address).ShouldBe(Ida);

    [Theory]
    [InlineData("ida@wexcombe.examples", "another address")]
    [InlineData("\u0131da@wexcombe.example", "dotless i, an I in capitals")]
    [InlineData("ida@we\u212Acombe.example", "the sign for kelvin, a k in small letters")]
    public void Nobody_with_an_address_that_only_looks_alike(string address, string why) =>
        With((Ida, "ida@wexcombe.example"), (Tom, "ida@wekcombe.example"))
            .PersonByFirstSignIn(Issuer, address).ShouldBeNull(why);

    [Fact]
    public void Nobody_where_two_share_the_address() =>
        With((Ida, "office@wexcombe.example"), (Tom, "OFFICE@wexcombe.example"))
            .PersonByFirstSignIn(Issuer, "office@wexcombe.example").ShouldBeNull();

    [Fact]
    public void Nobody_whose_address_is_erased_or_unknown() =>
        With((Ida, null)).PersonByFirstSignIn(Issuer, "ida@wexcombe.example").ShouldBeNull();

    [Fact]
    public void Nobody_who_signs_in_with_another_account_of_that_issuer_already()
    {
        var known = With((Ida, "ida@wexcombe.example")).Apply(new SignInLinked(Ida, Issuer, "u-1"), Then);
        known.PersonByFirstSignIn(Issuer, "ida@wexcombe.example").ShouldBeNull();
        known.PersonByFirstSignIn("https://id.other.example", "ida@wexcombe.example").ShouldBe(Ida);
    }

    [Fact]
    public void The_product_itself_links_only_a_first_sign_in_and_an_Administrator_any()
    {
        var ida = Person.Unknown
            .Evolve(new PersonAdded(Ida, new("Ida"), null, null), Then)
            .Evolve(new SignInLinked(Ida, Issuer, "u-1"), Then);
        var second = new LinkSignIn(Issuer, "u-2", TakenBy: null);
        LinkSignIn.Decide(second, ida, new(Caller.System, Noon)).Rejection.ShouldBeOfType<SignInNotFirst>();
        LinkSignIn.Decide(second with { Issuer = "https://id.other.example" }, ida, new(Caller.System, Noon))
            .Events.ShouldHaveSingleItem();
        LinkSignIn.Decide(second, ida, new(new(Tom, [new(Role.Administrator, null)]), Noon))
            .Events.ShouldBe([new SignInLinked(Ida, Issuer, "u-2")]);
    }

    [Fact]
    public void A_refused_sign_in_is_history_and_changes_nothing() =>
        AccessHistory.Aggregate.Evolve(AccessHistory.Aggregate.Initial, new SignInRefused(Ida), Then)
            .ShouldBe(AccessHistory.Aggregate.Initial);

    private static Institution With(params (PersonId Person, string? Email)[] people) => people.Aggregate(
        Institution.Empty,
        (known, one) => known.Apply(
            new PersonAdded(one.Person, new("Somebody"), one.Email is null ? null : new(one.Email), null), Then));
}
