using Safeguard.Domain.Access;

namespace Safeguard.Projections.Events;

public static partial class EventNames
{
    /// <summary>Coming in, and reading.</summary>
    private static IReadOnlyList<(Type Type, string Name)> Access =>
    [
        (typeof(SignInRefused), "sign_in_refused"),
        (typeof(RecordRead), "record_read"),
        (typeof(StudentsSearched), "students_searched"),
        (typeof(BreakGlassOpened), "break_glass_opened"),
        (typeof(BreakGlassReviewed), "break_glass_reviewed"),
        (typeof(BreakGlassReviewLate), "break_glass_review_late"),
        (typeof(BreakGlassReviewReassigned), "break_glass_review_reassigned"),
    ];
}
