using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Referrals;

/// <summary>Referrals as tests offer and move them, by the API.</summary>
internal static class Referring
{
    /// <summary>Open on a Friday at noon.</summary>
    public const string Counselling = "university-counselling-service";

    public static object Offer(object caseFile, string service = Counselling, string? band = null) => new
    {
        caseFile,
        service,
        band,
        summary = "Sleeps badly since October and would like to talk to somebody weekly.",
    };

    /// <summary>Offered, and answered with 201.</summary>
    public static async Task<Guid> OffersAsync(
        this HttpClient owner, object caseFile, string service = Counselling, string? band = null)
    {
        var id = Guid.CreateVersion7();
        var offered = await owner.PutAsync($"/api/referrals/{id}", Offer(caseFile, service, band));
        offered.Status.ShouldBe(201, offered.Text);
        return id;
    }

    public static async Task MovesAsync(this HttpClient person, Guid referral, string noun, object body)
    {
        var done = await person.PostAsync($"/api/referrals/{referral}/{noun}", body);
        done.Status.ShouldBe(204, $"{noun}: {done.Text}");
    }

    public static Task SendsAsync(this HttpClient owner, Guid referral) => owner.MovesAsync(referral, "sent", new
    {
        what = "Name, and that they would like weekly talks.",
        toWhom = "The front desk",
        channel = "email",
    });

    public static Task ConsentsAsync(this HttpClient owner, Guid referral) =>
        owner.MovesAsync(referral, "consent", new { given = true, how = "Said so at the end." });

    public static async Task<string?> StateAsync(this HttpClient person, Guid referral) =>
        (await person.GetJsonAsync($"/api/referrals/{referral}"))["state"].GetString();
}
