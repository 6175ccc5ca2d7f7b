using Kube.Benchmarks.Load;
using Kube.Benchmarks.Report;
using Kube.Benchmarks.Targets;

namespace Kube.Benchmarks.Cases;

/// <summary>What a hundred times as many pods do to creates, gets and pages; the floor of each is itself at the smallest size.</summary>
internal sealed class GrowthCase : BenchmarkCase
{
    public override string Name => "growth";

    public override string Summary => "create, get and list limit=500 at 1,000, 10,000 and 100,000 pods";

    public override async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var (sizes, creates, gets, pages) = options.Quick ? ([100, 200], 50, 100, 4) : (new[] { 1_000, 10_000, 100_000 }, 3_000, 20_000, 100);
        await using var target = await Target.OpenAsync(options, clock, cancel);
        var ns = await target.NamespaceAsync(cancel);
        var all = $"/api/v1/namespaces/{ns}/pods";
        using var http = new HttpTarget(target.Config, Manifests.Writers);
        var (rows, there, first) = (new List<Row>(), 0, new Dictionary<string, double>());
        await target.FillAsync(ns, 9_000_000, options.Quick ? 32 : 3_000, cancel); // Warm.
        foreach (var size in sizes)
        {
            if (size - there - creates is > 0 and var missing)
            {
                await target.FillAsync(ns, there, missing, cancel);
                there += missing;
            }

            Add("create", (await target.FillAsync(ns, there, creates, cancel)).PerSecond, 0.8);
            there += creates;
            Add("get", (await LoadRun.CountAsync("gets", Manifests.Writers, gets, (n, stop) => http.GetAsync(n, $"{all}/{Manifests.PodName(n % there)}", stop), cancel)).PerSecond, 0.8);
            Add("list limit=500", (await LoadRun.CountAsync("pages", 8, pages, (n, stop) => http.GetAsync(n, all + "?limit=500", stop), cancel)).PerSecond, null);

            void Add(string what, double value, double? goal)
            {
                first.TryAdd(what, value);
                rows.Add(new Row($"{what} at {size:#,0} pods", value, "/s", first[what], $"itself at {sizes[0]:#,0}", goal));
            }
        }

        await target.ClearAsync(ns, cancel);
        return rows;
    }
}
