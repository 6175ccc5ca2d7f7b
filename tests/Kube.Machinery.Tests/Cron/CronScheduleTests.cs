using Kube.Machinery.Cron;

namespace Kube.Machinery.Tests.Cron;

/// <summary>The grammar of schedules, with the words in which a wrong one is refused.</summary>
public class CronScheduleTests
{
    [Theory]
    [InlineData("*/15 0-3,22 1 jan-MAR mon", "0,15,30,45", "0,1,2,3,22", "1", "1,2,3", "1")]
    [InlineData("5/20 ? ? 12 sun", "5,25,45", "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23", null, "12", "0")]
    [InlineData("@weekly", "0", "0", null, "1,2,3,4,5,6,7,8,9,10,11,12", "0")]
    [InlineData("CRON_TZ=Europe/Berlin 7 8 9 10 6", "7", "8", "9", "10", "6")]
    [InlineData("1-10/3 0 1 1 0", "1,4,7,10", "0", "1", "1", "0")]
    public void Parse_FiveFields_ListsTheirValues(string text, string minutes, string hours, string? days, string months, string weekdays)
    {
        var schedule = CronSchedule.Parse(text);

        Assert.Equal((minutes, hours, months, weekdays), (Values(schedule.Minutes), Values(schedule.Hours), Values(schedule.Months), Values(schedule.DaysOfWeek)));
        Assert.Equal(days, schedule.DaysOfMonth.IsAny ? null : Values(schedule.DaysOfMonth));
    }

    [Theory]
    [InlineData("@every 90m", 5400)]
    [InlineData("@every 1h30m10s", 5410)]
    [InlineData("@every 1.5s", 1.5)]
    public void Parse_Every_IsADistance(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), CronSchedule.Parse(text).Every);

    [Theory]
    [InlineData("", "empty spec string")]
    [InlineData("* * * *", "expected exactly 5 fields, found 4: [* * * *]")]
    [InlineData("@often", "unrecognized descriptor: @often")]
    [InlineData("@every soon", "failed to parse duration @every soon: time: invalid duration \"soon\"")]
    [InlineData("60 * * * *", "end of range (60) above maximum (59): 60")]
    [InlineData("* * 0 * *", "beginning of range (0) below minimum (1): 0")]
    [InlineData("5-3 * * * *", "beginning of range (5) beyond end of range (3): 5-3")]
    [InlineData("*/0 * * * *", "step of range should be a positive number: */0")]
    [InlineData("1-2-3 * * * *", "too many hyphens: 1-2-3")]
    [InlineData("1/2/3 * * * *", "too many slashes: 1/2/3")]
    [InlineData("x * * * *", "failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax")]
    [InlineData("* * * * 7", "end of range (7) above maximum (6): 7")]
    public void Parse_WhatIsNoSchedule_SaysWhy(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => CronSchedule.Parse(text)).Message);

    private static string Values(CronField field) => string.Join(',', Enumerable.Range(0, 60).Where(field.Contains));
}
