namespace Safeguard.Domain.Tests.Programmes;

public sealed class SlugTests
{
    [Theory]
    [InlineData("WE0014", "we0014")]
    [InlineData("Alder College", "alder-college")]
    [InlineData("  St Bride's  College ", "st-brides-college")]
    [InlineData("LGBTQ+ Society", "lgbtq-society")]
    [InlineData("Students’ Union", "students-union")]
    [InlineData("--", "")]
    public void What_people_write_becomes_an_id(string written, string slug) => Slug.Of(written).ShouldBe(slug);

    [Theory]
    [InlineData("alder-college", true)]
    [InlineData("Alder", false)]
    [InlineData("alder--college", false)]
    [InlineData("-alder", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_id_stands_as_it_is(string? text, bool stands) => Slug.Is(text).ShouldBe(stands);

    [Fact]
    public void An_id_is_no_longer_than_an_address_bears()
    {
        Slug.Is(new string('a', Slug.MaxLength)).ShouldBeTrue();
        Slug.Is(new string('a', Slug.MaxLength + 1)).ShouldBeFalse();
    }
}
