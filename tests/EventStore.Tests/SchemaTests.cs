namespace Safeguard.EventStore.Tests;

public sealed class SchemaTests(Given given)
{
    private static readonly SchemaFile[] Two =
        [new("Test/001.sql", "create table a ()"), new("Test/002.sql", "create table b ()")];

    [Fact]
    public void Released_files_of_the_schema_are_frozen()
    {
        var approved = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Schema.approved.txt"));

        SchemaMigrator.StoreFiles.Select(f => $"{f.Hash} {f.Name}").ShouldBe(
            approved, "A released file is never changed: put the change into a new file, and add its line here.");
    }

    [Fact]
    public async Task Nodes_that_start_together_apply_each_file_once()
    {
        var options = new EventStoreOptions(await given.Cluster.CreateDatabaseAsync());
        var migrator = new SchemaMigrator(options, [.. SchemaMigrator.StoreFiles, .. Two]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => migrator.MigrateAsync(CancellationToken.None)));

        await using var database = new InstitutionDatabase(options);
        (await SchemaMigrator.CurrentAsync(database, [.. SchemaMigrator.StoreFiles, .. Two], CancellationToken.None))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_changed_after_it_was_applied_stops_the_start()
    {
        var institution = await given.AnInstitutionAsync(Two);
        SchemaFile[] changed = [.. SchemaMigrator.StoreFiles, Two[0], Two[1] with { Sql = "create table c ()" }];

        var refusal = await new SchemaMigrator(institution.Options, changed).MigrateAsync(CancellationToken.None)
            .ShouldThrowAsync<SchemaMismatchException>();

        refusal.Message.ShouldStartWith("Test/002.sql was changed");
        (await SchemaMigrator.CurrentAsync(institution.Database, changed, CancellationToken.None)).ShouldBeFalse();
        await institution.DisposeAsync();
    }

    [Fact]
    public async Task A_schema_made_by_a_newer_version_stops_the_start_but_not_a_running_node()
    {
        await using var institution = await given.AnInstitutionAsync(Two);

        await new SchemaMigrator(institution.Options, SchemaMigrator.StoreFiles).MigrateAsync(CancellationToken.None)
            .ShouldThrowAsync<SchemaMismatchException>();

        (await SchemaMigrator.CurrentAsync(institution.Database, SchemaMigrator.StoreFiles, CancellationToken.None))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_fails_leaves_nothing_behind_and_is_tried_again()
    {
        var options = new EventStoreOptions(await given.Cluster.CreateDatabaseAsync());
        SchemaFile[] broken = [Two[0], new("Test/002.sql", "create table b (); select 1/0")];

        await new SchemaMigrator(options, broken).MigrateAsync(CancellationToken.None).ShouldThrowAsync<Exception>();
        await new SchemaMigrator(options, Two).MigrateAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_empty_database_is_not_current()
    {
        var options = new EventStoreOptions(await given.Cluster.CreateDatabaseAsync());
        await using var database = new InstitutionDatabase(options);

        (await SchemaMigrator.CurrentAsync(database, SchemaMigrator.StoreFiles, CancellationToken.None))
            .ShouldBeFalse();
    }

    [Fact]
    public async Task Two_institutions_in_one_database_know_nothing_of_each_other()
    {
        var connection = await given.Cluster.CreateDatabaseAsync();
        var stream = Guid.NewGuid();
        var stored = new List<AppendResult>();
        foreach (var schema in new[] { "alder", "birch" })
        {
            var options = new EventStoreOptions(connection, schema, $"{schema}_server");
            await new SchemaMigrator(options, SchemaMigrator.StoreFiles).MigrateAsync(CancellationToken.None);
            await using var database = new InstitutionDatabase(options);
            await using var log = new PostgresEventLog(database);
            stored.Add(await log.AppendAsync(Given.To(stream, 0)));
            await using var across = database.Pool.CreateCommand("select count(*) from alder.mt_events");
            if (schema == "birch")
            {
                await across.ExecuteScalarAsync(CancellationToken.None).ShouldThrowAsync<Npgsql.PostgresException>();
            }
        }

        stored.ShouldBe([new Appended(1), new Appended(1)]);
    }

    [Theory]
    [InlineData("safeguard; drop schema public")]
    [InlineData("Safeguard")]
    [InlineData("")]
    [InlineData("1st")]
    public void A_name_that_would_need_quoting_is_refused(string name)
    {
        Should.Throw<ArgumentException>(() => new EventStoreOptions("Host=x", name));
        Should.Throw<ArgumentException>(() => new EventStoreOptions("Host=x", "safeguard", name));
    }
}
