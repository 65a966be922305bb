using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>One's own supervision page and its forms.</summary>
public sealed class OwnSupervisionPageTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Trainee = "we0612";

    [Fact, Trait("Rule", "R11")]
    public async Task A_trainee_accepts_the_version_that_is_put_to_them_and_types_nothing()
    {
        using var trainee = await wexcombe.Server.BrowserAsync(Trainee);
        var page = await trainee.OpenAsync("/my-supervision");
        page.Find("form#agreement-confidentiality input:not([type=hidden])").ShouldBeNull();
        page.Value("form#agreement-confidentiality [name=version]").ShouldBe("2026");
        page = await trainee.DoAsync(page, "agreement-confidentiality");
        page.Find("form#agreement-confidentiality").ShouldBeNull();
        page.Find("form#agreement-codeOfConduct").ShouldNotBeNull();
    }
}
