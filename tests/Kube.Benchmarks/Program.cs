using Kube.Benchmarks;
using Kube.Benchmarks.Floors;
using Kube.Benchmarks.Report;
using Kube.Client;
using Kube.Hosting;
using Kube.Testing;

// Two small programs that benchmarks are compared with live here too, so that they are built as we are.
switch (args)
{
    case ["hello"]:
        Console.WriteLine("hello");
        return 0;
    case ["floor", var port, var certificate, var key]:
        return await FloorServer.RunAsync(int.Parse(port), certificate, key);
}

try
{
    if (BenchOptions.Parse(args, Path.Combine(Repository.Root, "tests", "Kube.Benchmarks", "results", "last.json")) is not { } options)
    {
        return 0;
    }

    using var cancel = new CancellationTokenSource();
    Console.CancelKeyPress += (_, e) => { e.Cancel = true; cancel.Cancel(); };
    var clock = TimeProvider.System;
    var rows = new List<Row>();
    var cases = Suite.All.Where(c => options.Only is null || c.Name.Contains(options.Only, StringComparison.Ordinal)).ToList();
    if (cases.Count == 0)
    {
        throw new BenchmarkException($"no case is called {options.Only}; see --list");
    }

    foreach (var one in cases)
    {
        if (options.Remote is not null && one.IsLocal)
        {
            Console.Error.WriteLine($"{one.Name}: left out, it measures processes of ours");
            continue;
        }

        Console.Error.WriteLine($"{one.Name}: {one.Summary}");
        var measured = await one.RunAsync(options, clock, cancel.Token);
        rows.AddRange(measured);
        if (!options.Quick)
        {
            ResultFile.Write(options.Output, measured, clock.GetUtcNow()); // What was measured stays, whatever comes after.
        }
    }

    ResultTable.Print(rows, Console.Out);
    return 0;
}
catch (Exception e) when (e is BenchmarkException or FlagException or HttpRequestException or OperationCanceledException or KubeconfigException or InvalidOperationException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
