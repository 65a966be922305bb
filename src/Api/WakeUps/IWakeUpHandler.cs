namespace Safeguard.Api.WakeUps;

/// <summary>
/// What is done when a wake-up of one kind falls due. It is a command like any other, so twice is once.
/// </summary>
public interface IWakeUpHandler
{
    string Kind { get; }

    /// <summary>
    /// Handles everything that is due for the stream at this moment, and leaves its next wake-up behind.
    /// </summary>
    Task WakeAsync(Guid stream);
}
