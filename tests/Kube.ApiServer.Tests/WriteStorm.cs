using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Kube.ApiServer.Tests;

/// <summary>Writers that fight over a few ConfigMaps in every way there is, and what they were told about it.</summary>
internal sealed class WriteStorm(TestServer server, string collection)
{
    private const int Objects = 4;
    private const int Rounds = 30;
    private const int WritersOfAKind = 2;
    private int _increments;
    private int _deleted;

    /// <summary>The revisions of every write that was acknowledged, deletions aside.</summary>
    public ConcurrentDictionary<long, bool> Acknowledged { get; } = new();

    /// <summary>Counters raised by a writer that saw the value before.</summary>
    public int Increments => _increments;

    /// <summary>Deletions acknowledged.</summary>
    public int Deleted => _deleted;

    /// <summary>The object every watcher waits for in the end.</summary>
    public static string Last => Name(0);

    public async Task MakeAsync()
    {
        for (var i = 0; i < Objects; i++)
        {
            Note((await server.PostAsync(collection, $$$"""{"metadata":{"name":"{{{Name(i)}}}","labels":{"on":"yes"}},"data":{"n":"0"}}""")).Expect(201));
        }
    }

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, WritersOfAKind).SelectMany(w => new[]
    {
        RepeatAsync(i => PutAsync(Name(w + i))),
        RepeatAsync(i => TestAndSetAsync(Name(w + (2 * i)))),
        RepeatAsync(i => PatchAsync(Name(i), $$$"""{"data":{"p{{{w}}}":"{{{i}}}"},"metadata":{"labels":{"on":"{{{(i % 3 == 0 ? "no" : "yes")}}}"} } }""", "merge-patch+json")),
        RepeatAsync(i => PatchAsync(Name(i), $$$"""{"data":{"s{{{w}}}":"{{{i}}}"} }""", "strategic-merge-patch+json")),
        RepeatAsync(i => ApplyAsync(Name(i), w, i)),
        RepeatAsync(i => DeleteAndCreateAsync($"d{i % 2}")),
    }));

    /// <summary>The last writes: each object is selected again, and the one every watcher can see comes last.</summary>
    public async Task EndAsync()
    {
        for (var i = Objects - 1; i >= 0; i--)
        {
            await PatchAsync(Name(i), """{"data":{"end":"1"},"metadata":{"labels":{"on":"yes"}}}""", "merge-patch+json");
        }
    }

    /// <summary>Fails when an acknowledged write left no trace.</summary>
    public async Task CheckAsync()
    {
        var counted = 0;
        for (var o = 0; o < Objects; o++)
        {
            var data = (await server.GetAsync($"{collection}/{Name(o)}")).Expect(200).Json["data"]!;
            counted += int.Parse((string)data["n"]!, System.Globalization.CultureInfo.InvariantCulture);
            var last = Enumerable.Range(0, Rounds).Last(i => Name(i) == Name(o));
            for (var w = 0; w < WritersOfAKind; w++)
            {
                Assert.Equal((last, last, last), ((int)Number(data, $"p{w}"), Number(data, $"s{w}"), Number(data, $"a{w}")));
            }
        }

        Assert.Equal(Increments, counted);
    }

    private static int Number(JsonNode data, string key) => int.Parse((string)data[key]!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Name(int i) => $"o{i % Objects}";

    private static async Task RepeatAsync(Func<int, Task> act)
    {
        for (var i = 0; i < Rounds; i++)
        {
            await act(i);
        }
    }

    /// <summary>Reads, counts up, writes back what was read; again when somebody else was quicker.</summary>
    private async Task PutAsync(string name)
    {
        while (true)
        {
            var read = (await server.GetAsync($"{collection}/{name}")).Expect(200).Json;
            read["data"]!["n"] = (Number(read["data"]!, "n") + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (Counted(await server.PutAsync($"{collection}/{name}", read.ToJsonString()), 409))
            {
                return;
            }
        }
    }

    /// <summary>Counts up by a JSON patch that tests the value it saw, without saying of which revision.</summary>
    private async Task TestAndSetAsync(string name)
    {
        while (true)
        {
            var n = Number((await server.GetAsync($"{collection}/{name}?resourceVersion=0")).Expect(200).Json["data"]!, "n");
            var patch = $$$"""[{"op":"test","path":"/data/n","value":"{{{n}}}"},{"op":"replace","path":"/data/n","value":"{{{n + 1}}}"}]""";
            if (Counted(await server.PatchAsync($"{collection}/{name}", patch, "json-patch+json"), 422))
            {
                return;
            }
        }
    }

    private bool Counted(Reply reply, int lost)
    {
        if (reply.Code == lost)
        {
            return false;
        }

        Note(reply.Expect(200));
        Interlocked.Increment(ref _increments);
        return true;
    }

    private async Task PatchAsync(string name, string patch, string kind) => Note((await server.PatchAsync($"{collection}/{name}", patch, kind)).Expect(200));

    private async Task ApplyAsync(string name, int writer, int i) => Note((await server.PatchAsync(
        $"{collection}/{name}?fieldManager=m{writer}&force=true", $$$"""{"apiVersion":"v1","kind":"ConfigMap","data":{"a{{{writer}}}":"{{{i}}}"} }""", "apply-patch+yaml")).Expect(200));

    private async Task DeleteAndCreateAsync(string name)
    {
        if ((await server.PostAsync(collection, $$$"""{"metadata":{"name":"{{{name}}}"} }""")) is { Code: 201 } made)
        {
            Note(made);
        }

        if ((await server.DeleteAsync($"{collection}/{name}")).Code == 200)
        {
            Interlocked.Increment(ref _deleted);
        }
    }

    private void Note(Reply written) => Acknowledged[long.Parse(written.Revision, System.Globalization.CultureInfo.InvariantCulture)] = true;
}
