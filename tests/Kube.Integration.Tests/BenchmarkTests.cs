using System.Text.RegularExpressions;
using Kube.Testing;

namespace Kube.Integration.Tests;

/// <summary>Every benchmark in its quick form: that it runs to its end and prints its rows. What it measures there means nothing and is not looked at.</summary>
public sealed class BenchmarkTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(4);

    /// <summary>All but <c>docker</c>, which starts a cluster on this machine as the end-to-end tests do.</summary>
    public static TheoryData<string> Cases => ["start", "write", "read", "watch", "growth", "schedule"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bench_Quick_PrintsRows(string name)
    {
        var shell = new Shell(Repository.Root, new Dictionary<string, string>());
        var result = await shell.TryAsync($"artifacts/bin/Kube.Benchmarks/release/kube-bench --quick --only {name}", limit: s_limit);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Matches(new Regex("^load .* seen .* floor .* ratio"), result.Output);
        Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_List_NamesTheCasesTestedHere()
    {
        var result = await new Shell(Repository.Root, new Dictionary<string, string>()).TryAsync("artifacts/bin/Kube.Benchmarks/release/kube-bench --list");
        Assert.Equal(Cases.Select(c => c.Data).Append("docker"), result.Text.Split('\n').Select(l => l.Split(' ')[0]));
    }
}
