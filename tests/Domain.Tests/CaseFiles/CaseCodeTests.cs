using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

public sealed class CaseCodeTests
{
    [Fact]
    public void A_code_is_the_prefix_and_four_signs_that_spell_no_word()
    {
        CaseCode.From("WX", new byte[8]).ShouldBe("WX-2222");
        CaseCode.From("WX", [0, 0, 0, 0, 0, 0, 0, 29]).ShouldBe("WX-2233");
        CaseCode.From("W", [255, 255, 255, 255, 255, 255, 255, 255]).Length.ShouldBe(6);
    }

    [Theory]
    [InlineData("WX-7K3M", "WX-7K3M")]
    [InlineData(" wx 7k3m ", "WX-7K3M")]
    [InlineData("wx7k3m", "WX-7K3M")]
    [InlineData("7K3M", null)]
    [InlineData("WX-7K3O", null)]
    [InlineData("W1-7K3M", null)]
    [InlineData("ABCDE-7K3M", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => CaseCode.Read(typed).ShouldBe(code);

    [Fact]
    public void Neither_too_few_bytes_nor_a_strange_prefix_make_one()
    {
        Should.Throw<ArgumentException>(() => CaseCode.From("WX", new byte[7]));
        foreach (var prefix in new[] { "", "wx", "W1", "ABCDE" })
            Should.Throw<ArgumentException>(() => CaseCode.From(prefix, new byte[8]));
    }
}
