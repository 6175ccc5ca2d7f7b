namespace Kube.Hosting.Tests.Flags;

public sealed class FlagSetTests
{
    private readonly FlagSet _flags = new();
    private readonly Flag<string> _name;
    private readonly Flag<int> _count;
    private readonly Flag<bool> _on;
    private readonly Flag<TimeSpan> _wait;
    private readonly Flag<IReadOnlyList<string>> _many;
    private readonly Flag<int> _v;

    public FlagSetTests()
    {
        _name = _flags.String("name", "none", "A name.");
        _count = _flags.Int("count", 3, "A count.");
        _on = _flags.Bool("on", false, "A switch.");
        _wait = _flags.Duration("wait", TimeSpan.FromSeconds(90), "A time.");
        _many = _flags.Strings("many", ["x"], "Several.");
        _v = _flags.Int("v", 0, "Verbosity.");
    }

    [Fact]
    public void Parse_Nothing_KeepsDefaults()
    {
        _flags.Parse([]);
        Assert.Equal(("none", 3, false, 90.0, 0), (_name.Value, _count.Value, _on.Value, _wait.Value.TotalSeconds, _v.Value));
        Assert.Equal(["x"], _many.Value);
        Assert.False(_name.IsSet);
    }

    [Fact]
    public void Parse_EveryForm_IsUnderstood()
    {
        _flags.Parse(["--name=a=b", "--count", "-7", "--on", "-v=2", "--wait", "1m30.5s", "--many=a,b", "--many", "c"]);
        Assert.Equal(("a=b", -7, true, 90.5, 2), (_name.Value, _count.Value, _on.Value, _wait.Value.TotalSeconds, _v.Value));
        Assert.Equal(["a", "b", "c"], _many.Value);
        Assert.True(_name.IsSet);
    }

    [Theory]
    [InlineData("--unknown", "unknown flag: --unknown")]
    [InlineData("--unknown=1", "unknown flag: --unknown")]
    [InlineData("--count", "flag needs an argument: --count")]
    [InlineData("--count=x", "invalid argument \"x\" for --count: not a whole number")]
    [InlineData("--on=maybe", "invalid argument \"maybe\" for --on: not true or false")]
    [InlineData("--wait=10", "invalid argument \"10\" for --wait: not a duration such as 10s or 1m30s")]
    [InlineData("stray", "unexpected argument: stray")]
    public void Parse_Wrong_SaysWhatInOneLine(string arg, string message) =>
        Assert.Equal(message, Assert.Throws<FlagException>(() => _flags.Parse([arg])).Message);

    [Fact]
    public void Describe_ListsEveryFlagWithItsDefault()
    {
        var text = _flags.Describe();
        Assert.Contains("  --count int\n        A count. (default 3)\n", text, StringComparison.Ordinal);
        Assert.Contains("  --on\n        A switch. (default false)\n", text, StringComparison.Ordinal);
        Assert.Contains("  --wait duration\n        A time. (default 1m30s)\n", text, StringComparison.Ordinal);
        Assert.Contains("  -v int\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("500ms", 0.5)]
    [InlineData("1h2m3s", 3723)]
    [InlineData("-1.5m", -90)]
    public void GoDuration_Parse_Reads(string text, double seconds) => Assert.Equal(seconds, GoDuration.Parse(text).TotalSeconds);

    [Theory]
    [InlineData("0s", 0)]
    [InlineData("250ms", 0.25)]
    [InlineData("15s", 15)]
    [InlineData("5m0s", 300)]
    [InlineData("1h0m1.5s", 3601.5)]
    public void GoDuration_Format_Writes(string text, double seconds) => Assert.Equal(text, GoDuration.Format(TimeSpan.FromSeconds(seconds)));
}
