namespace Safeguard.Api.SignIn;

/// <summary>Why nobody was let in. No more than this: a stranger must learn nothing by trying.</summary>
public enum SignInFault
{
    /// <summary>Not ours, not any more, or not for sure: one and the same for whoever asks.</summary>
    UnknownAccount,

    /// <summary>Begun elsewhere or too long ago, broken off, or an answer that could not be believed.</summary>
    NotFinished,

    /// <summary>The university's provider does not answer.</summary>
    NoAnswer,
}

public sealed record SignInRefusedView(SignInFault Fault)
{
    public int Status => Fault switch
    {
        SignInFault.UnknownAccount => StatusCodes.Status403Forbidden,
        SignInFault.NotFinished => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
