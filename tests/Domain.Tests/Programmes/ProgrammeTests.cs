using Safeguard.Domain.Programmes;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Programmes;

/// <summary>The programme's own stream: starting it, its terms, its panels, its directory of services.</summary>
public sealed class ProgrammeTests
{
    private static readonly ProgrammeContext Office = new(Coordinator, Noon);
    private static readonly ProgrammeContext NotTheOffice = new(AsSupporter, Noon);
    private static readonly Programme Empty = Programme.NotStarted;
    private static readonly ServiceEntry Nightline =
        new("Nightline", ServiceKind.StudentGroup, Inside: true, "01632 960003", Opens: null, Urgent: false);

    [Fact]
    public void A_programme_is_started_once()
    {
        var start = new StartProgramme(Programme.Listening, ProgrammeKind.Listening);
        var started = new ProgrammeStarted("listening", ProgrammeKind.Listening);
        StartProgramme.Decide(start, Empty, Office).ShouldHappen(started);
        StartProgramme.Decide(start, Empty.After(started), Office).ShouldBeAlreadySo();
        StartProgramme.Decide(start, Empty, NotTheOffice)
            .ShouldBeRefused("office.only", Rule.R26, RejectionKind.RoleMayNot);
        StartProgramme.Decide(start with { Programme = "Not A Slug" }, Empty, Office)
            .ShouldBeRefused("programme.id", Rule.R26, RejectionKind.SaysNothing);
    }

    [Fact]
    public void A_term_has_dates_which_may_be_set_anew()
    {
        var set = new SetTermDates("  Michaelmas ", new(2026, 10, 11), new(2026, 12, 5));
        var happened = new TermDatesSet("Michaelmas", set.Starts, set.Ends);
        SetTermDates.Decide(set, Empty, Office).ShouldHappen(happened);
        SetTermDates.Decide(set, Empty.After(happened), Office).ShouldBeAlreadySo();
        SetTermDates.Decide(set with { Ends = new(2026, 12, 12) }, Empty.After(happened), Office)
            .ShouldHappen(happened with { Ends = new(2026, 12, 12) });
        var term = Empty.After(happened).Terms["Michaelmas"];
        (term.Holds(set.Starts), term.Holds(set.Ends)).ShouldBe((true, true));
        (term.Holds(set.Starts.AddDays(-1)), term.Holds(set.Ends.AddDays(1))).ShouldBe((false, false));
    }

    [Fact]
    public void A_term_that_cannot_be_is_refused()
    {
        var set = new SetTermDates("Hilary", new(2027, 1, 17), new(2027, 3, 13));
        SetTermDates.Decide(set, Empty, NotTheOffice).ShouldBeRefused("office.only", Rule.R9, RejectionKind.RoleMayNot);
        SetTermDates.Decide(set with { Term = " " }, Empty, Office)
            .ShouldBeRefused("term.nameMissing", Rule.R9, RejectionKind.SaysNothing);
        SetTermDates.Decide(set with { Ends = new(2027, 1, 16) }, Empty, Office)
            .ShouldBeRefused("term.endsBeforeStart", Rule.R9);
        SetTermDates.Decide(set with { Ends = set.Starts }, Empty, Office).Events.Count.ShouldBe(1);
        var other = Empty.After(new TermDatesSet("Other", new(2026, 12, 1), set.Starts));
        SetTermDates.Decide(set, other, Office).ShouldBeRefused("term.overlaps", Rule.R9);
        SetTermDates.Decide(set with { Starts = set.Starts.AddDays(1) }, other, Office).Events.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void A_panel_is_formed_closed_and_formed_again()
    {
        var form = new FormPanel(Alder, " Alder College ", PanelKind.College);
        var formed = new PanelFormed(Alder, "Alder College", PanelKind.College);
        FormPanel.Decide(form, Empty, Office).ShouldHappen(formed);
        var programme = Empty.After(formed);
        FormPanel.Decide(form, programme, Office).ShouldBeAlreadySo();
        ClosePanel.Decide(new ClosePanel(Alder), programme, Office).ShouldHappen(new PanelClosed(Alder));
        var closed = programme.After(new PanelClosed(Alder));
        ClosePanel.Decide(new ClosePanel(Alder), closed, Office).ShouldBeAlreadySo();
        FormPanel.Decide(form with { Name = "New Alder" }, closed, Office)
            .ShouldHappen(formed with { Name = "New Alder" });
        closed.After(formed).Panels[Alder].Closed.ShouldBeFalse();
        closed.After(new PanelClosed(Law)).Panels.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void A_panel_that_cannot_be_is_refused()
    {
        var form = new FormPanel(Alder, "Alder College", PanelKind.College);
        var programme = Empty.After(new PanelFormed(Alder, "Alder College", PanelKind.College));
        FormPanel.Decide(form, Empty, NotTheOffice).ShouldBeRefused("office.only", Rule.R13, RejectionKind.RoleMayNot);
        FormPanel.Decide(form with { Panel = new("Alder!") }, Empty, Office)
            .ShouldBeRefused("panel.id", Rule.R13, RejectionKind.SaysNothing);
        FormPanel.Decide(form with { Name = null }, Empty, Office)
            .ShouldBeRefused("panel.nameMissing", Rule.R13, RejectionKind.SaysNothing);
        FormPanel.Decide(form with { Kind = PanelKind.Group }, programme, Office)
            .ShouldBeRefused("panel.exists", Rule.R13);
        ClosePanel.Decide(new ClosePanel(Alder), programme, NotTheOffice)
            .ShouldBeRefused("office.only", Rule.R13, RejectionKind.RoleMayNot);
        ClosePanel.Decide(new ClosePanel(Law), programme, Office)
            .ShouldBeRefused("panel.unknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    public void A_service_is_listed_changed_withdrawn_and_listed_again()
    {
        var list = new ListService("nightline", Nightline);
        var listed = Empty.After(new ServiceListed("nightline", Nightline));
        var withdrawn = listed.After(new ServiceWithdrawn("nightline"));
        var later = Nightline with { Opens = "every day 20:00-08:00" };
        ListService.Decide(list, Empty, Office).ShouldHappen(new ServiceListed("nightline", Nightline));
        ListService.Decide(list, listed, Office).ShouldBeAlreadySo();
        ListService.Decide(list, withdrawn, Office).ShouldHappen(new ServiceListed("nightline", Nightline));
        ChangeService.Decide(new("nightline", later), listed, Office)
            .ShouldHappen(new ServiceChanged("nightline", later));
        ChangeService.Decide(new("nightline", Nightline), listed, Office).ShouldBeAlreadySo();
        listed.After(new ServiceChanged("nightline", later)).Services["nightline"].Entry.ShouldBe(later);
        WithdrawService.Decide(new("nightline"), listed, Office).ShouldHappen(new ServiceWithdrawn("nightline"));
        WithdrawService.Decide(new("nightline"), withdrawn, Office).ShouldBeAlreadySo();
        withdrawn.After(new ServiceWithdrawn("shout")).Services.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_service_that_cannot_be_is_refused()
    {
        var listed = Empty.After(new ServiceListed("nightline", Nightline));
        var withdrawn = listed.After(new ServiceWithdrawn("nightline"));
        var nameless = Nightline with { Name = " ", Contact = "" };
        ListService.Decide(new("nightline", Nightline), Empty, NotTheOffice)
            .ShouldBeRefused("office.only", Rule.R22, RejectionKind.RoleMayNot);
        ListService.Decide(new("Night Line", Nightline), Empty, Office)
            .ShouldBeRefused("service.id", Rule.R22, RejectionKind.SaysNothing);
        ListService.Decide(new("nightline", nameless), Empty, Office)
            .ShouldBeRefused("service.incomplete", Rule.R22, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["name", "contact"]);
        ListService.Decide(new("nightline", Nightline with { Urgent = true }), listed, Office)
            .ShouldBeRefused("service.exists", Rule.R22);
        ChangeService.Decide(new("nightline", Nightline), listed, NotTheOffice)
            .ShouldBeRefused("office.only", Rule.R22, RejectionKind.RoleMayNot);
        ChangeService.Decide(new("nightline", nameless), listed, Office)
            .ShouldBeRefused("service.incomplete", Rule.R22, RejectionKind.SaysNothing);
        foreach (var programme in new[] { Empty, withdrawn })
            ChangeService.Decide(new("nightline", Nightline), programme, Office)
                .ShouldBeRefused("service.unknown", Rule.R22, RejectionKind.NotThere);
        WithdrawService.Decide(new("nightline"), listed, NotTheOffice)
            .ShouldBeRefused("office.only", Rule.R22, RejectionKind.RoleMayNot);
        WithdrawService.Decide(new("nightline"), Empty, Office)
            .ShouldBeRefused("service.unknown", Rule.R22, RejectionKind.NotThere);
    }
}
