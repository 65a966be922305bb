using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Tests.Pages.Samples;

namespace Safeguard.Api.Tests.Pages;

/// <summary>What every page promises, whatever it is about (R25 and the design's rules).</summary>
public sealed class EveryPageTests
{
    public static TheoryData<string> Samples => [.. Sample.All.Select(sample => sample.Name)];

    [Fact]
    public void Every_page_has_a_sample()
    {
        var pages = typeof(Page<>).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, BaseType.IsGenericType: true }
                && type.BaseType.GetGenericTypeDefinition() == typeof(Page<>));
        pages.Except(Sample.All.Select(sample => sample.Page)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_page_has_one_heading_of_the_first_order(string sample) =>
        (await Open(sample)).QuerySelectorAll("h1").Length.ShouldBe(1);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_title_is_neutral(string sample)
    {
        var title = (await Open(sample)).Title!;
        title.ShouldEndWith(" – Wexcombe");
        foreach (var telling in new[] { "4T9Q", "WX-", "Jamal", "Nguyễn", "Smith" }) title.ShouldNotContain(telling);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Nothing_is_inline(string sample)
    {
        var page = await Open(sample);
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
                || attribute.Value.StartsWith("data:", StringComparison.Ordinal)
                || attribute.Value.StartsWith("javascript:", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_id_is_there_once_and_whatever_names_one_finds_it(string sample)
    {
        var page = await Open(sample);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1).ShouldBeEmpty();
        var named = page.All.SelectMany(element =>
            new[] { "for", "aria-labelledby", "aria-describedby" }.SelectMany(
                name => (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var linked = page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]);
        named.Concat(linked).Except(ids, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_field_has_a_label(string sample)
    {
        var page = await Open(sample);
        var fields = page.QuerySelectorAll("input:not([type=hidden]), textarea, select");
        fields.Where(field => field.Closest("label") is null && page.QuerySelector($"label[for='{field.Id}']") is null)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task At_most_one_thing_is_the_next_step(string sample)
    {
        var page = await Open(sample);
        page.QuerySelectorAll(".next").Length.ShouldBeLessThanOrEqualTo(1);
        page.QuerySelectorAll("main .button.lamp.big").Length.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_emergency_numbers_can_be_pressed(string sample)
    {
        var numbers = (await Open(sample)).QuerySelectorAll(".foot a[href^='tel:']");
        numbers.Select(number => number.GetAttribute("href")).ShouldBe(["tel:999", "tel:01632960010", "tel:116123"]);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Hide_leaves_for_a_neutral_site_and_says_nothing_on_the_way(string sample)
    {
        var hide = (await Open(sample)).QuerySelector("a.hide").ShouldNotBeNull();
        hide.GetAttribute("href").ShouldBe("https://www.bbc.co.uk/weather");
        hide.GetAttribute("rel").ShouldBe("noreferrer");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_change_is_a_button_in_a_posted_form_that_names_its_command(string sample)
    {
        var forms = (await Open(sample)).QuerySelectorAll("main form[method=post]");
        // Signing in and searching change nothing; they are posted so that no name stands in an address.
        var changes = forms.Where(form =>
            form.GetAttribute("action") is not ("/demo/sign-in" or "/sign-in" or "/people/search"));
        foreach (var form in changes)
        {
            form.QuerySelector("button").ShouldNotBeNull();
            form.QuerySelector("input[type=hidden][name=command], input[type=hidden][name=id]").ShouldNotBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_moment_says_itself_to_machines_in_UTC(string sample)
    {
        foreach (var time in (await Open(sample)).QuerySelectorAll("time"))
            time.GetAttribute("datetime")!.ShouldMatch(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$");
    }

    [Fact]
    public async Task A_refused_form_says_first_what_did_not_happen_and_leads_to_each_field()
    {
        var refused = Sample.All.Where(sample => RefusedOf(sample) is not null).ToList();
        refused.Count.ShouldBeGreaterThan(5);
        foreach (var sample in refused)
        {
            var page = await Open(sample.Name);
            page.Title!.ShouldStartWith("Not s");
            page.QuerySelector("main")!.FirstElementChild!.ClassList.ShouldContain("problem", sample.Name);
            page.QuerySelector(".problem")!.HasAttribute("autofocus").ShouldBeTrue();
            foreach (var fault in RefusedOf(sample)!.Faults.Where(fault => fault.Field is not null))
            {
                var field = page.QuerySelector(
                    page.QuerySelectorAll(".problem a").Single(link =>
                        link.TextContent == fault.Message).GetAttribute("href")!)!;
                page.QuerySelector($"#{field.Id}-error")!.TextContent.Trim().ShouldBe(fault.Message);
                field.GetAttribute("aria-describedby")!.ShouldContain($"{field.Id}-error");
            }
        }
    }

    private static Refused? RefusedOf(Sample sample) =>
        (Refused?)sample.View.GetType().GetProperty("Refused")?.GetValue(sample.View);

    private static async Task<IDocument> Open(string name)
    {
        var sample = Sample.All.Single(sample => sample.Name == name);
        var html = await Render.Page(sample.Page, sample.View, sample.Frame);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
