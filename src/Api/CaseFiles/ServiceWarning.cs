using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.CaseFiles;

/// <summary>What the directory says of a service that a command names (R22).</summary>
internal static class ServiceWarning
{
    public static CaseFileContext Naming(this CaseFileContext context, Institution institution, string? service)
    {
        if (service is null) return context;
        var directory = new ServiceDirectory(institution.Programme.Services.Values, context.Calendar);
        if (directory.Listed(service) is not { } listed) return context;
        return context with
        {
            Service = listed,
            ServiceIsOpen = OpeningHours.Read(listed.Entry.Opens).IsOpenAt(context.Now, context.Calendar),
            OpenInstead = directory.ClosedAt(listed, urgent: false, context.Now)?.OpenInstead,
        };
    }
}
