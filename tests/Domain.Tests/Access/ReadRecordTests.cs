using Safeguard.Domain.Access;

namespace Safeguard.Domain.Tests.Access;

/// <summary>What is read goes on record, and a page looked at again and again stays one line.</summary>
[Trait("Rule", "R17")]
public sealed class ReadRecordTests
{
    [Fact]
    public void Reading_is_an_event_that_says_who_read_what_by_what_right() =>
        Reads(Readers.Start, ReadPurpose.Response).ShouldHappen(Read(Readers.Item, ReadPurpose.Response));

    [Fact]
    public void The_same_again_within_a_minute_counts_once_and_after_a_minute_again()
    {
        var read = Readers.Start.Then(Read(Readers.Item, ReadPurpose.Response));
        Reads(read, ReadPurpose.Response).ShouldBeAlreadySo();
        Reads(read.Later(0.999), ReadPurpose.Response).ShouldBeAlreadySo();
        Reads(read.Later(1), ReadPurpose.Response).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_clock_that_is_a_little_behind_another_makes_no_second_reading_of_it()
    {
        var read = Readers.Start.Then(Read(Readers.Item, ReadPurpose.Response));
        Reads(read.Later(-0.5), ReadPurpose.Response).ShouldBeAlreadySo();
        Reads(read.Later(-5), ReadPurpose.Response).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_minute_runs_from_the_reading_on_record_so_that_a_page_left_open_is_told_every_minute()
    {
        var read = Readers.Start.Then(Read(Readers.Item, ReadPurpose.Response)).Later(0.8);
        Reads(read, ReadPurpose.Response).ShouldBeAlreadySo();
        Reads(read.Later(0.3), ReadPurpose.Response).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_taken_away_as_a_file_counts_each_time()
    {
        var taken = Readers.Start.Then(Read(Readers.Item, ReadPurpose.Export));
        Reads(taken, ReadPurpose.Export).ShouldHappen(Read(Readers.Item, ReadPurpose.Export));
    }

    [Fact]
    public void Another_item_or_another_right_is_another_reading()
    {
        var read = Readers.Start.Then(Read(Readers.Item, ReadPurpose.Owed));
        Reads(read, ReadPurpose.Response).ShouldHappen(Read(Readers.Item, ReadPurpose.Response));
        ReadRecord.Decide(
            new([Readers.Item, Readers.Other, Readers.Other], ReadPurpose.Owed), read.History, read.Context)
            .ShouldHappen(Read(Readers.Other, ReadPurpose.Owed));
    }

    [Fact]
    public void What_is_remembered_stays_small_whatever_is_read()
    {
        var reader = Readers.Start;
        for (var place = 0; place < 500; place++)
            reader = reader.Then(Read(new("escalation", new(place, 0, 0, new byte[8])), ReadPurpose.Response));
        reader.History.Lately.Count.ShouldBe(100);
        reader.History.Lately[^1].Item.Id.ShouldBe(new(499, 0, 0, new byte[8]));
        reader.Later(2).Then(Read(Readers.Item, ReadPurpose.Response)).History.Lately.ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_of_it_has_to_be_woken_for() =>
        Readers.Start.Then(Read(Readers.Item, ReadPurpose.Response)).History.NextWakeUp.ShouldBeNull();

    private static Decision<AccessEvent> Reads(Readers reader, ReadPurpose purpose) =>
        ReadRecord.Decide(new([Readers.Item], purpose), reader.History, reader.Context);

    private static RecordRead Read(ReadItem item, ReadPurpose purpose) => new(Readers.Senior.Person, item, purpose);
}
