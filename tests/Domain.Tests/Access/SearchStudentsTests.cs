using Safeguard.Domain.Access;

namespace Safeguard.Domain.Tests.Access;

/// <summary>A student is looked up by name by few, with a purpose, and that goes on record (R15, R17).</summary>
[Trait("Rule", "R15")]
public sealed class SearchStudentsTests
{
    private static readonly Confidential Why = new("A relative rang.");

    [Fact]
    public void A_search_is_an_event_that_says_who_looked_what_for_and_what_was_found()
    {
        ReadItem[] found = [Readers.Item];
        Searches(Readers.Senior, "name", Why, found).ShouldHappen(
            new StudentsSearched(Readers.Senior.Person, Why, found));
    }

    [Fact]
    public void Finding_nothing_is_on_record_as_well() =>
        Searches(Readers.Senior, "name", Why).ShouldHappen(new StudentsSearched(Readers.Senior.Person, Why, []));

    [Fact]
    public void Supporters_supervisors_and_Coordinators_look_nobody_up()
    {
        foreach (var caller in new[] { Readers.Supporter, Readers.Supervisor, Readers.First })
            Searches(caller, "name", Why).Rejection.ShouldBe(new SearchNotYours());
    }

    [Fact]
    public void Whom_and_what_for_are_both_asked_for()
    {
        Searches(Readers.Senior, null, null).Rejection!.Missing.ShouldBe(["student", "purpose"]);
        Searches(Readers.Senior, "name", null).Rejection!.Missing.ShouldBe(["purpose"]);
        Searches(Readers.Senior, null, Why).Rejection.ShouldBeOfType<SearchIncomplete>().Missing.ShouldBe(["student"]);
    }

    private static Decision<AccessEvent> Searches(
        Caller caller, string? words, Confidential? purpose, params ReadItem[] found)
    {
        var readers = Readers.Start with { Caller = caller };
        return SearchStudents.Decide(new(words is not null, purpose, found), readers.History, readers.Context);
    }
}
