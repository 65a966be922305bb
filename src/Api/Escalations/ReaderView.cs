using Safeguard.Api.Http;
using Safeguard.Domain.Access;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Escalations;

/// <summary>Somebody who has read it.</summary>
/// <param name="How">By what right, in words.</param>
/// <param name="Times">A page looked at again within a minute counts once.</param>
public sealed record ReaderView(string Name, string How, long Times, DateTimeOffset LastAt)
{
    public static ReaderView Of(ReaderRow row, Institution institution) =>
        new(institution.PersonName(row.Person), Words(row.Purpose), row.Times, row.LastAt);

    private static string Words(ReadPurpose purpose) => purpose switch
    {
        ReadPurpose.Owed => "what they were asked in it",
        ReadPurpose.BreakGlass => "from outside, with a reason that is reviewed",
        ReadPurpose.Review => "to see who has read it",
        ReadPurpose.Export => "to take it away as a file, for an audit",
        _ => "to respond to it",
    };
}
