using Safeguard.Api.Http;

namespace Safeguard.Api.Tests.Http;

/// <summary>Whatever somebody typed, a spreadsheet shows it and runs none of it.</summary>
public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\";\"Click\")")]
    [InlineData("+44 20 7946 0000")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)*cmd|' /C calc'!A0")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("  =1+1")]
    [InlineData("\uFF1D1+1")]
    public void What_would_begin_a_formula_is_text(string typed) =>
        Shown(typed).TrimStart(' ').ShouldStartWith("'");

    [Theory]
    [InlineData("one;=1+1", ';')]
    [InlineData("one\t=1+1", '\t')]
    [InlineData("one\r\n=1+1", '\n')]
    [InlineData("one;\t=1+1", '\t')]
    public void Nor_does_one_begin_where_another_program_splits(string typed, char splits) =>
        Shown(typed).Split(splits)[^1].ShouldStartWith("'=");

    [Theory]
    [InlineData("we0014")]
    [InlineData("a line\r\nand another")]
    [InlineData("2026-11-20T12:00:00Z")]
    [InlineData("{\"band\":\"Immediate\",\"to\":[\"we0014\"]}")]
    public void Everything_else_stays_as_it_is(string typed) => Shown(typed).ShouldBe(typed);

    [Fact]
    public void Every_cell_is_quoted_and_a_quotation_mark_is_doubled() =>
        SafeCsv.Line(["a,b", "say \"so\"", ""]).ShouldBe("\"a,b\",\"say \"\"so\"\"\",\"\"\r\n");

    private static string Shown(string typed) =>
        SafeCsv.Cell(typed)[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
}
