using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>Group supervision is de-identified.</summary>
[Trait("Rule", "R16")]
public sealed class SessionNoteTests
{
    private const string WithName = "We talked about WX-7K3M and what Katja said.";

    private static readonly Institution Met = MetToday.And(
        new PersonDetailsCorrected(Ben, new Confidential("Katja O'Grant-Lowe"), null, null));

    [Fact]
    public void A_note_by_case_codes_is_kept() =>
        Note("WX-7K3M: how to say no. Next time: limits.").ShouldHappen(
            new SessionNoteAdded(G1, Id(1), new("WX-7K3M: how to say no. Next time: limits.")));

    [Theory]
    [InlineData(WithName)]
    [InlineData("Lowe again.")]
    [InlineData("(Grant)")]
    public void A_name_that_the_programme_knows_warns_before_it_is_saved(string note)
    {
        var refusal = Note(note).ShouldBeRefused("supervision.noteNamesSomebody", Rule.R16);
        refusal.Detail.ShouldNotContain("Katja");
        Note(note, sure: true).ShouldHappen(new SessionNoteAdded(G1, Id(1), new(note)));
    }

    [Theory]
    [InlineData("They took it for grant-ed: no lowe-r case word is a name.")]
    [InlineData("Katjas")]
    public void A_word_of_the_language_is_no_name(string note) => Note(note).Events.Count.ShouldBe(1);

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    public void An_empty_note_says_nothing(string? note) =>
        Note(note).ShouldBeRefused("supervision.noteEmpty", Rule.R16, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["note"]);

    [Fact]
    public void Coordinators_see_attendance_and_not_content() =>
        AddSessionNote.Decide(new(Id(1), "WX-7K3M", Sure: false), Met.Own(), Met.By(Coordinator))
            .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);

    private static Decision<SupervisionGroupEvent> Note(string? note, bool sure = false) =>
        AddSessionNote.Decide(new(Id(1), note, sure), Met.Own(), Met.By(SueSupervises));
}
