using System.Text;
using Microsoft.Extensions.Logging;

namespace Kube.Hosting.Tests.Logs;

public sealed class LogLineTests
{
    private static readonly LogEntry s_entry = new(
        new DateTime(2026, 11, 20, 13, 14, 15, DateTimeKind.Utc).AddMicroseconds(123456), LogLevel.Warning, "queue", "lost \"a\"\nb", [new("Name", "a"), new("{OriginalFormat}", "x")], null);

    [Fact]
    public void Text_IsOneLine() => Assert.Equal("W1120 13:14:15.123456 queue] lost \"a\"\\nb\n", Encoding.UTF8.GetString(LogLine.Text(s_entry)));

    [Fact]
    public void Text_Exception_StaysOnTheLine()
    {
        var line = Encoding.UTF8.GetString(LogLine.Text(s_entry with { Exception = new IOException("first\nsecond") }));
        Assert.Equal(line.Length - 1, line.IndexOf('\n'));
        Assert.Contains("first\\nsecond", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasMessageAndValues() => Assert.Equal(
        """{"ts":"2026-11-20T13:14:15.123456Z","level":"warning","logger":"queue","msg":"lost \"a\"\nb","Name":"a"}""" + "\n",
        Encoding.UTF8.GetString(LogLine.Json(s_entry)));
}
