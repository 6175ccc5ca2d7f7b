namespace Kube.Api.Resources.Tests;

public class AgesTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(-1, "0s")]
    [InlineData(-2, "<invalid>")]
    [InlineData(119, "119s")]
    [InlineData(120, "2m")]
    [InlineData(200, "3m20s")]
    [InlineData(600, "10m")]
    [InlineData(3 * 3600 - 1, "179m")]
    [InlineData(3 * 3600, "3h")]
    [InlineData(5 * 3600 + 720, "5h12m")]
    [InlineData(8 * 3600, "8h")]
    [InlineData(47 * 3600, "47h")]
    [InlineData(2 * 86400, "2d")]
    [InlineData(4 * 86400 + 3 * 3600, "4d3h")]
    [InlineData(120 * 86400, "120d")]
    [InlineData(3 * 365 * 86400 + 86400, "3y1d")]
    [InlineData(9 * 365 * 86400, "9y")]
    public void Human_Duration_HasAtMostTwoUnits(long seconds, string expected) => Assert.Equal(expected, Ages.Human(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Since_NoStart_IsUnknown() => Assert.Equal("<unknown>", Ages.Since(null, DateTime.UnixEpoch));
}
