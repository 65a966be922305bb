using System.Net;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Escalations;

/// <summary>The raise form at its limits.</summary>
public sealed class RaiseFormTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R1")]
    public async Task More_than_64_KB_comes_back_with_everything_that_was_typed()
    {
        using var browser = await wexcombe.Server.BrowserAsync(Wexcombe.Supporter);
        var words = new string('x', 66_000);
        using var form = new FormUrlEncodedContent([new("what", words)]);
        using var answer = await browser.PostAsync("/raise", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain(words);
        page.ShouldContain("longer than can be sent at once");
    }

    [Fact, Trait("Rule", "R1")]
    public async Task Words_of_any_alphabet_are_taken_though_the_sending_makes_them_three_times_as_long()
    {
        using var browser = await wexcombe.Server.BrowserAsync(Wexcombe.Supporter);
        using var form = new FormUrlEncodedContent([new("what", new string('ж', 30_000))]);
        using var answer = await browser.PostAsync("/raise", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}
