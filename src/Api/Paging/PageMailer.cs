using System.Net.Mail;
using System.Text.Json;
using Safeguard.Api.Commands;
using Safeguard.Api.Escalations;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Paging;

/// <summary>
/// Sends a neutral e-mail for every page. A failing server is tried again with back-off, its first failure becomes an
/// event of the escalation, and nothing waits for it: the ladder climbs by its own clock. Closing cancels what still
/// waits: the row that closing wrote is looked at before each mail (R5).
/// </summary>
public sealed partial class PageMailer(
    Outbox outbox,
    MailSettings settings,
    InstitutionDirectory directory,
    EscalationCommands escalations,
    EscalationRows queue,
    TimeProvider clock,
    ILogger<PageMailer> logger) : BackgroundService
{
    private const string Subject = "Safeguard: someone is waiting";
    private const string Text = "An urgent contact is waiting for you. Sign in to see it.";
    private const string Channel = "email";

    private const int Batch = 32;

    /// <summary>How long one message may take before the server counts as failing.</summary>
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Doubling from 15 s to half an hour; after about a day of it the message is a dead letter, and seen.
    /// </summary>
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(30);
    private const int MaxAttempts = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var due = await outbox.TakeDueAsync(clock.GetUtcNow(), Batch, Lease, stoppingToken);
                var sent = await Task.WhenAll(due.Select(message => HandleAsync(message, stoppingToken)));
                await FailedAsync([.. sent.OfType<Unreached>()]);
                if (due.Count == Batch) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogStopped(logger, fault.GetType().Name);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Null when it went out.</summary>
    private async Task<Unreached?> HandleAsync(TakenMessage message, CancellationToken cancel)
    {
        if (Notice.Texts.TryGetValue(message.Kind, out var text))
        {
            await TellAsync(message, text, cancel);
            return null;
        }

        var page = JsonSerializer.Deserialize<PageMail>(message.Json, EventJson.Options)!;
        try
        {
            if (!await IsClosedSinceAsync(page.Escalation, message.DueAt, cancel))
                await SendAsync(page.To, Text, cancel);
            await outbox.DoneAsync(message.Id, clock.GetUtcNow(), CancellationToken.None);
            return null;
        }
        catch (Exception failure) when (IsOfTheMail(failure))
        {
            var fault = failure.GetType().Name;
            LogUnsent(logger, page.Escalation, message.Attempts, fault);
            return new(message, page, fault);
        }
    }

    /// <summary>
    /// A notice is no page: what it is about waits on its reader's own pages, so a failure is only retried.
    /// </summary>
    private async Task TellAsync(TakenMessage message, string text, CancellationToken cancel)
    {
        var notice = JsonSerializer.Deserialize<Notice>(message.Json, EventJson.Options)!;
        try
        {
            await SendAsync(notice.To, text, cancel);
            await outbox.DoneAsync(message.Id, clock.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception failure) when (IsOfTheMail(failure))
        {
            LogUntold(logger, message.Attempts, failure.GetType().Name);
            await outbox.FailedAsync(message.Id, failure.GetType().Name, Next(message), CancellationToken.None);
        }
    }

    private static bool IsOfTheMail(Exception failure) =>
        failure is SmtpException or FormatException or InvalidOperationException or OperationCanceledException
            or IOException;

    private async Task<bool> IsClosedSinceAsync(Guid escalation, DateTimeOffset paged, CancellationToken cancel) =>
        (await queue.FindAsync(escalation, cancel))?.ClosedAt is { } closed && closed > paged;

    private async Task SendAsync(PersonId person, string text, CancellationToken cancel)
    {
        if (directory.Present.Person(person)?.Email is not { Length: > 0 } address)
            throw new InvalidOperationException("This person has no e-mail address.");
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.User is not null)
            client.Credentials = new System.Net.NetworkCredential(settings.User, settings.Password);
        using var mail = new MailMessage(settings.From, address, Subject, $"{text}\r\n\r\n{settings.Link}\r\n");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(SendTimeout);
        await client.SendMailAsync(mail, timeout.Token);
    }

    /// <summary>
    /// A first failure becomes an event before the message says that it failed: where this node dies in between, the
    /// one that tries next finds a message without a fault and writes the event.
    /// </summary>
    private async Task FailedAsync(IReadOnlyList<Unreached> unreached)
    {
        await RecordAsync([.. unreached.Where(x => x.Message.Fault is null)]);
        foreach (var (message, _, fault) in unreached)
            await outbox.FailedAsync(message.Id, fault, Next(message), CancellationToken.None);
    }

    /// <summary>One event an escalation, naming everyone who could not be reached just now.</summary>
    private async Task RecordAsync(IReadOnlyList<Unreached> unreached)
    {
        foreach (var group in unreached.GroupBy(x => (x.Page.Escalation, x.Fault)))
        {
            var people = group.Select(x => x.Page.To).Distinct().ToList();
            var info = new CommandInfo(
                StreamIds.For("page-failed", group.First().Message.Id.ToString()), Caller.System, null);
            await escalations.RunAsync(nameof(RecordPageFailure), info, group.Key.Escalation, (state, context) =>
                RecordPageFailure.Decide(new(people, Channel, group.Key.Fault), state, context));
        }
    }

    private DateTimeOffset? Next(TakenMessage message)
    {
        if (message.Attempts >= MaxAttempts) return null;
        var wait = FirstRetry * Math.Pow(2, Math.Min(message.Attempts - 1, 10));
        return clock.GetUtcNow() + (wait < LongestRetry ? wait : LongestRetry);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page for escalation {Escalation} could not be "
        + "mailed ({Fault}, attempt {Attempt}); it is tried again")]
    private static partial void LogUnsent(ILogger logger, Guid escalation, int attempt, string fault);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "A notice could not be mailed ({Fault}, attempt {Attempt}); it is tried again")]
    private static partial void LogUntold(ILogger logger, int attempt, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox cannot be read ({Fault}); trying again")]
    private static partial void LogStopped(ILogger logger, string fault);


    private sealed record Unreached(TakenMessage Message, PageMail Page, string Fault);
}
