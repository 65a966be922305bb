using System.Reflection;
using Safeguard.Domain;

namespace Safeguard.Api.Http;

/// <summary>
/// Every code that a problem can have, with its status: the refusals of the rules, found by themselves so that a new
/// one cannot be forgotten in the description, and what the protocol adds.
/// </summary>
public static class ProblemCodes
{
    /// <summary>In order of status and code.</summary>
    public static IReadOnlyList<(int Status, string Code)> All { get; } =
    [
        .. Refusals().Select(Problem.Of).Concat(Protocol())
            .Select(problem => (problem.Status, problem.Code)).Distinct()
            .OrderBy(known => known.Status).ThenBy(known => known.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<Problem> Protocol() =>
    [
        Problem.Unreadable(""), Problem.SignInFirst, Problem.RoleMayNot, Problem.CrossSite, Problem.NotThere,
        Respond.StaleProblem, Problem.TooLarge, Problem.Unprocessable([]), Problem.Unstorable, IfMatch.Needed,
        Problem.ServerFault, Problem.DurabilityUnknown, Problem.DatabaseUnreachable, Problem.ReadNotRecorded,
    ];

    private static IEnumerable<Rejection> Refusals() =>
        from type in typeof(Rejection).Assembly.GetTypes()
        where type is { IsAbstract: false } && type.IsSubclassOf(typeof(Rejection))
        select Made(type);

    /// <summary>One with nothing in it: its code and its kind are the type's own.</summary>
    private static Rejection Made(Type type)
    {
        var constructor = type.GetConstructors()[0];
        return (Rejection)constructor.Invoke([.. constructor.GetParameters().Select(Nothing)]);
    }

    private static object? Nothing(ParameterInfo part) =>
        part.ParameterType == typeof(string) ? ""
        : part.ParameterType == typeof(IReadOnlyList<string>) ? Array.Empty<string>()
        : part.ParameterType.IsValueType ? Activator.CreateInstance(part.ParameterType)
        : null;
}
