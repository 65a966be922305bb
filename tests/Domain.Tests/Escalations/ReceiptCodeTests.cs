using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R18")]
public sealed class ReceiptCodeTests
{
    [Fact]
    public void The_same_bytes_give_the_same_code_and_other_bytes_another()
    {
        ReceiptCode.From([0, 0, 0, 0, 0, 0, 0, 0]).ShouldBe("2222-2222");
        ReceiptCode.From([0, 0, 0, 0, 0, 0, 0, 29]).ShouldBe("2222-2233");
        ReceiptCode.From([255, 255, 255, 255, 255, 255, 255, 255, 7])
            .ShouldBe(ReceiptCode.From([.. Enumerable.Repeat((byte)255, 8)]));
    }

    [Fact]
    public void Every_symbol_is_used_and_none_can_be_mistaken_for_another_or_spell_a_word()
    {
        var seen = new HashSet<char>();
        for (var number = 0; number < ReceiptCode.Alphabet.Length; number++)
            seen.UnionWith(ReceiptCode.From([0, 0, 0, 0, 0, 0, 0, (byte)number]).Where(c => c != '-'));
        seen.Count.ShouldBe(ReceiptCode.Alphabet.Length);
        seen.Intersect("01ILOAEU").ShouldBeEmpty();
    }

    [Fact]
    public void Too_few_bytes_are_a_bug() =>
        Should.Throw<ArgumentException>(() => ReceiptCode.From([1, 2, 3, 4, 5, 6, 7]));

    [Fact]
    public void The_short_code_is_the_first_group() => ReceiptCode.ShortCode("4T9Q-2M7K").ShouldBe("4T9Q");

    [Theory]
    [InlineData("4T9Q-2M7K", "4T9Q-2M7K")]
    [InlineData(" 4t9q 2m7k ", "4T9Q-2M7K")]
    [InlineData("4t9q2m7k", "4T9Q-2M7K")]
    [InlineData("4T9Q", null)]
    [InlineData("4T9Q-2M7O", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? read) => ReceiptCode.Read(typed).ShouldBe(read);
}
