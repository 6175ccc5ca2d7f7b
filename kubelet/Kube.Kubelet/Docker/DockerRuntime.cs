using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Docker;

/// <summary>
/// Containers on a Docker Engine (API 1.41, Docker 20.10 or newer). Several kubelets may share one engine: everything is filtered by the
/// node label, and what does not carry it is never touched.
/// </summary>
internal sealed class DockerRuntime(DockerConnection docker, string node) : IContainerRuntime
{
    private const int ExecOutputLimit = 10 * 1024;
    private readonly int _lowestOomScore = OomScores.LowestAllowed();

    public async Task<string> VersionAsync(CancellationToken ct) =>
        $"docker://{(await docker.GetAsync("version", DockerJson.Default.VersionJson, ct)).Version}";

    public async Task<IReadOnlyList<ContainerSnapshot>> ListAsync(CancellationToken ct)
    {
        var items = await docker.GetAsync($"containers/json?all=1&filters={Filters(("label", NodeLabel))}", DockerJson.Default.ListContainerListItem, ct);
        var result = new List<ContainerSnapshot>(items.Count);
        foreach (var item in items)
        {
            if (await InspectAsync(item.Id!, ct) is { } container)
            {
                result.Add(container);
            }
        }

        return result;
    }

    public async Task<ContainerSnapshot?> InspectAsync(string id, CancellationToken ct)
    {
        try
        {
            var container = await docker.GetAsync($"containers/{id}/json", DockerJson.Default.ContainerJson, ct);
            return container.State?.Status is "removing" or "dead" ? null : DockerShapes.ToSnapshot(container, node);
        }
        catch (RuntimeException e) when (e.Failure == RuntimeFailure.NotFound)
        {
            return null;
        }
    }

    public async Task<string> CreateAsync(ContainerRequest request, CancellationToken ct)
    {
        var body = DockerShapes.ToBody(request with { OomScoreAdjust = Math.Max(request.OomScoreAdjust, _lowestOomScore) });
        var path = $"containers/create?name={Uri.EscapeDataString(request.Identity.RuntimeName)}";
        try
        {
            return (await docker.PostAsync(path, body, DockerJson.Default.CreateContainerBody, DockerJson.Default.IdBody, ct)).Id!;
        }
        catch (RuntimeException e) when (e.Failure == RuntimeFailure.Conflict)
        {
            // A container of this very attempt exists: left over by a start that was cut off before it was seen. It never ran for us.
            await RemoveAsync(request.Identity.RuntimeName, ct);
            return (await docker.PostAsync(path, body, DockerJson.Default.CreateContainerBody, DockerJson.Default.IdBody, ct)).Id!;
        }
    }

    public Task StartAsync(string id, CancellationToken ct) => docker.PostAsync($"containers/{id}/start", ct);

    public Task SignalAsync(string id, string signal, CancellationToken ct) =>
        UnlessGoneAsync(docker.PostAsync($"containers/{id}/kill?signal={Uri.EscapeDataString(signal)}", ct));

    public Task RemoveAsync(string id, CancellationToken ct) =>
        UnlessGoneAsync(docker.DeleteAsync($"containers/{Uri.EscapeDataString(id)}?force=1&v=1", ct));

    public async IAsyncEnumerable<RuntimeEvent> EventsAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var filters = Filters(("label", NodeLabel), ("type", "container"), ("event", "start"), ("event", "die"), ("event", "destroy"), ("event", "oom"));
        using var response = await docker.SendAsync(HttpMethod.Get, $"events?since={DockerShapes.UnixNanos(since)}&filters={filters}", null, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var events = JsonSerializer.DeserializeAsyncEnumerable(body, DockerJson.Default.EventJson, topLevelValues: true, ct);
        await using var reader = events.GetAsyncEnumerator(ct);
        while (await NextAsync(reader))
        {
            if (reader.Current is { Actor: { ID: { } id, Attributes: { } attributes } } e
                && ContainerIdentity.FromLabels(attributes) is { } identity)
            {
                var what = e.Action switch { "start" => RuntimeEventType.Started, "destroy" => RuntimeEventType.Removed, _ => RuntimeEventType.Ended };
                yield return new RuntimeEvent(id, identity.PodUid, what, DateTimeOffset.UnixEpoch.AddTicks(e.TimeNano / 100));
            }
        }
    }

    public async Task<ExecResult> ExecAsync(string id, IReadOnlyList<string> command, CancellationToken ct)
    {
        var exec = await docker.PostAsync($"containers/{id}/exec", new ExecCreateBody { Cmd = command }, DockerJson.Default.ExecCreateBody, DockerJson.Default.IdBody, ct);
        using var content = System.Net.Http.Json.JsonContent.Create(new ExecStartBody(), DockerJson.Default.ExecStartBody);
        using var response = await docker.SendAsync(HttpMethod.Post, $"exec/{exec.Id}/start", content, ct);
        using var output = new BoundedStream(ExecOutputLimit);
        await using (var body = await response.Content.ReadAsStreamAsync(ct))
        {
            await MultiplexedStream.CopyAsync(body, output, framed: true, long.MaxValue, ct);
        }

        var end = await docker.GetAsync($"exec/{exec.Id}/json", DockerJson.Default.ExecJson, ct);
        return new ExecResult(end.ExitCode ?? -1, output.ToString());
    }

    public async Task CopyLogsAsync(string id, LogQuery query, Stream output, CancellationToken ct)
    {
        var container = await docker.GetAsync($"containers/{id}/json", DockerJson.Default.ContainerJson, ct);
        var path = new StringBuilder($"containers/{id}/logs?stdout={(query.Stream == "Stderr" ? 0 : 1)}&stderr={(query.Stream == "Stdout" ? 0 : 1)}&follow={(query.Follow ? 1 : 0)}&timestamps={(query.Timestamps ? 1 : 0)}");
        path.Append(query.TailLines is { } tail ? $"&tail={tail}" : "");
        path.Append(query.Since is { } since ? $"&since={DockerShapes.UnixNanos(since)}" : "");
        using var response = await docker.SendAsync(HttpMethod.Get, path.ToString(), null, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        await MultiplexedStream.CopyAsync(body, output, container.Config?.Tty != true, query.LimitBytes ?? long.MaxValue, ct);
    }

    public async Task<ImageInfo?> FindImageAsync(string image, CancellationToken ct)
    {
        try
        {
            return DockerShapes.ToImage(await docker.GetAsync($"images/{image}/json", DockerJson.Default.ImageJson, ct));
        }
        catch (RuntimeException e) when (e.Failure == RuntimeFailure.NotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<ImageInfo>> ListImagesAsync(CancellationToken ct)
    {
        var images = await docker.GetAsync("images/json", DockerJson.Default.ListImageJson, ct);
        return [.. images.Select(DockerShapes.ToImage)];
    }

    public async Task PullImageAsync(string image, RegistryCredentials? credentials, CancellationToken ct)
    {
        var reference = ImageReference.Parse(image);
        var path = $"images/create?fromImage={Uri.EscapeDataString(reference.Repository)}&tag={Uri.EscapeDataString(reference.TagOrDigest)}";
        using var response = await docker.SendAsync(HttpMethod.Post, path, null, ct, credentials is null ? null : DockerShapes.AuthHeader(credentials));
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        await foreach (var progress in JsonSerializer.DeserializeAsyncEnumerable(body, DockerJson.Default.PullProgress, topLevelValues: true, ct))
        {
            if (progress?.Error is { Length: > 0 } error)
            {
                throw new RuntimeException(error);
            }
        }
    }

    public async Task ImportImageAsync(string image, Stream tar, CancellationToken ct)
    {
        var reference = ImageReference.Parse(image);
        using var content = new StreamContent(tar);
        content.Headers.ContentType = new("application/x-tar");
        var path = $"images/create?fromSrc=-&repo={Uri.EscapeDataString(reference.Repository)}&tag={Uri.EscapeDataString(reference.TagOrDigest)}";
        using var response = await docker.SendAsync(HttpMethod.Post, path, content, ct);
        await response.Content.CopyToAsync(Stream.Null, ct);
    }

    public async Task EnsureNetworkAsync(PodNetworkSpec network, CancellationToken ct)
    {
        try
        {
            var found = await docker.GetAsync($"networks/{network.Name}", DockerJson.Default.NetworkJson, ct);
            if (found.IPAM?.Config is [{ } config] && config.Subnet == network.Subnet)
            {
                return;
            }

            await docker.DeleteAsync($"networks/{found.Id}", ct);
        }
        catch (RuntimeException e) when (e.Failure == RuntimeFailure.NotFound)
        {
            // Not there yet: made below.
        }

        await docker.PostAsync("networks/create", DockerShapes.ToBody(network, node), DockerJson.Default.NetworkCreateBody, DockerJson.Default.IdBody, ct);
    }

    private string NodeLabel => $"{ContainerIdentity.Labels.Node}={node}";

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<EventJson?> reader)
    {
        try
        {
            return await reader.MoveNextAsync();
        }
        catch (Exception e) when (e is IOException or HttpRequestException or JsonException)
        {
            return false;
        }
    }

    private static string Filters(params (string Name, string Value)[] filters)
    {
        var map = filters.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.Select(f => f.Value).ToArray());
        return Uri.EscapeDataString(JsonSerializer.Serialize(map, DockerJson.Default.DictionaryStringStringArray));
    }

    private static async Task UnlessGoneAsync(Task request)
    {
        try
        {
            await request;
        }
        catch (RuntimeException e) when (e.Failure is RuntimeFailure.NotFound or RuntimeFailure.Conflict)
        {
            // Gone, not running, or already being removed: what was asked for holds.
        }
    }
}
