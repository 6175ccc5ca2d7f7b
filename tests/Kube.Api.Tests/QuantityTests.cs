namespace Kube.Api.Tests;

public class QuantityTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1000m", "1")]
    [InlineData("1500m", "1500m")]
    [InlineData("0.5", "500m")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("1024Mi", "1Gi")]
    [InlineData("1e3", "1e3")]
    [InlineData("12e6", "12e6")]
    [InlineData("100k", "100k")]
    [InlineData("1000k", "1M")]
    [InlineData("0.1Ki", "102400m")]
    [InlineData("-250m", "-250m")]
    [InlineData("99999999999999999999", "9223372036854775807")]
    [InlineData("-100E", "-9223372036854775807")]
    [InlineData("1e27", "9223372036854775807")]
    [InlineData("8Ei", "9223372036854775807")]
    public void Parse_AnySpelling_IsWrittenCanonically(string text, string canonical) => Assert.Equal(canonical, Quantity.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("abc")]
    [InlineData("1Kii")]
    [InlineData("1 Gi")]
    [InlineData("--1")]
    public void TryParse_NotAQuantity_IsFalse(string text) => Assert.False(Quantity.TryParse(text, out _));

    [Fact]
    public void Equals_OtherSpelling_IsTrue() => Assert.Equal(Quantity.Parse("1Gi"), Quantity.Parse("1024Mi"));
}
