namespace Safeguard.Api.Pages.Kit;

/// <summary>Where a step stands on the way: behind us, here, or still to come.</summary>
public enum StepState
{
    Done, Now, Todo,
}
