namespace Safeguard.Api.Health;

/// <summary>What the tables themselves can prove: each query names, 100 at most, what breaks it.</summary>
internal static class Invariants
{
    public static IReadOnlyList<(string What, string Sql)> All { get; } =
    [
        ("stream version is not its last event's",
            """
            select s.id::text from mt_streams s
            left join (select stream_id, max(version) as last from mt_events group by stream_id) e on e.stream_id = s.id
            where s.version is distinct from coalesce(e.last, 0) limit 100
            """),
        ("stream has a gap in its versions",
            """
            select stream_id::text from mt_events group by stream_id
            having count(*) <> max(version) or min(version) <> 1 limit 100
            """),
        ("positions are not in version order",
            """
            select distinct stream_id::text from (
                select stream_id, seq_id, lag(seq_id) over (partition by stream_id order by version) as before
                from mt_events) ordered
            where before >= seq_id limit 100
            """),
        .. new[] { "escalation_queue", "case_files", "referrals", "student_index" }.Select(table => (
            $"row of {table} without a stream",
            $"""
            select key from {table} q
            where not exists (select 1 from mt_streams s where s.id::text = q.key) limit 100
            """)),
        ("row of break_glass without its event",
            """
            select key from break_glass b where not exists (
                select 1 from mt_events e where e.type = 'break_glass_opened' and e.data->>'breakGlass' = b.key)
            limit 100
            """),
        ("open item without a stream",
            """
            select key from open_items i
            where not exists (select 1 from mt_streams s where s.id = i.stream) limit 100
            """),
        ("wake-up without a stream",
            """
            select stream::text from wake_ups w
            where not exists (select 1 from mt_streams s where s.id = w.stream) limit 100
            """),
    ];
}
