using System.Runtime.CompilerServices;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Policy.V1;
using Kube.Client.Streaming;

namespace Kube.Client;

/// <summary>
/// Talks to one API server. One instance serves a whole process and is safe for concurrent use; its connections are HTTP/2, kept alive with pings so that a dead server is noticed.
/// Errors of the server are thrown as <see cref="ApiException"/>, broken connections as <see cref="HttpRequestException"/> or <see cref="IOException"/>, a late answer as <see cref="TimeoutException"/>.
/// In all methods a null namespace means a cluster-scoped kind, or every namespace where a collection is read.
/// </summary>
public sealed class KubeClient : IDisposable
{
    private const string JsonType = "application/json";

    private readonly Transport _transport;

    /// <summary>A client for one configuration. <paramref name="handler"/> replaces the network, for servers in the same process.</summary>
    public KubeClient(ClientConfig config, TimeProvider? time = null, HttpMessageHandler? handler = null)
    {
        Config = config;
        _transport = new Transport(config, time ?? TimeProvider.System, handler);
    }

    /// <summary>What the client was made from.</summary>
    public ClientConfig Config { get; }

    /// <summary>One object; a missing one is an <see cref="ApiException"/>.</summary>
    public Task<T> GetAsync<T>(string? ns, string name, CancellationToken ct = default) where T : class, IResource<T> =>
        RequestAsync<T>(HttpMethod.Get, T.Info.ObjectPath(ns, Named(name)), null, ct);

    /// <summary>One object, or null where there is none of that name.</summary>
    public async Task<T?> FindAsync<T>(string? ns, string name, CancellationToken ct = default) where T : class, IResource<T>
    {
        try
        {
            return await GetAsync<T>(ns, name, ct);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>One answer of a collection. With a limit, follow <c>metadata.continue</c> for the rest. Items carry their apiVersion and kind.</summary>
    public async Task<KubeList<T>> ListAsync<T>(string? ns = null, ListQuery? query = null, CancellationToken ct = default) where T : class, IResource<T>
    {
        var list = await RequestAsync<KubeList<T>>(HttpMethod.Get, T.Info.CollectionPath(ns) + (query ?? new ListQuery()).ToQueryString(watch: false), null, ct);
        list.Items ??= [];
        foreach (var item in list.Items)
        {
            Stamp(item);
        }

        return list;
    }

    /// <summary>The changes of a collection from a revision on, each as soon as its line has arrived. Ends when the server ends it.</summary>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(string? ns, ListQuery query, [EnumeratorCancellation] CancellationToken ct = default)
        where T : class, IResource<T>
    {
        using var response = await SendAsync(HttpMethod.Get, T.Info.CollectionPath(ns) + query.ToQueryString(watch: true), null, ct);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        await foreach (var change in WatchDecoder.ReadAsync<T>(stream, ct))
        {
            yield return change;
        }
    }

    /// <summary>Creates an object in the namespace its metadata names.</summary>
    public Task<T> CreateAsync<T>(T value, CancellationToken ct = default, WriteOptions? options = null) where T : class, IResource<T> =>
        RequestAsync<T>(HttpMethod.Post, T.Info.CollectionPath(value.Metadata?.Namespace) + options?.ToQueryString(), Stamp(value), ct);

    /// <summary>Replaces an object; a stale <c>resourceVersion</c> is a conflict.</summary>
    public Task<T> UpdateAsync<T>(T value, CancellationToken ct = default, WriteOptions? options = null) where T : class, IResource<T> =>
        RequestAsync<T>(HttpMethod.Put, PathOf(value) + options?.ToQueryString(), Stamp(value), ct);

    /// <summary>Replaces an object's status only.</summary>
    public Task<T> UpdateStatusAsync<T>(T value, CancellationToken ct = default, WriteOptions? options = null) where T : class, IResource<T> =>
        RequestAsync<T>(HttpMethod.Put, PathOf(value) + "/status" + options?.ToQueryString(), Stamp(value), ct);

    /// <summary>Changes part of an object, or of one of its subresources.</summary>
    public async Task<T> PatchAsync<T>(
        string? ns, string name, Patch patch, CancellationToken ct = default, string? subresource = null, WriteOptions? options = null)
        where T : class, IResource<T>
    {
        var path = T.Info.ObjectPath(ns, Named(name)) + (subresource is null ? "" : "/" + subresource) + options?.ToQueryString();
        return await _transport.ReadAsync<T>(new ApiRequest(HttpMethod.Patch, path) { Body = patch.Body, ContentType = patch.ContentType }, ct);
    }

    /// <summary>Deletes an object. With finalizers or a grace period it is only marked. A missing one is an <see cref="ApiException"/>.</summary>
    public async Task DeleteAsync<T>(string? ns, string name, DeleteOptions? options = null, CancellationToken ct = default) where T : class, IResource<T>
    {
        using var response = await _transport.SendAsync(Request(HttpMethod.Delete, T.Info.ObjectPath(ns, Named(name)), Versioned(options)), ct);
    }

    /// <summary>Deletes every object of a collection the query selects.</summary>
    public async Task DeleteCollectionAsync<T>(string? ns, ListQuery? query = null, DeleteOptions? options = null, CancellationToken ct = default)
        where T : class, IResource<T>
    {
        var path = T.Info.CollectionPath(ns) + (query ?? new ListQuery()).ToQueryString(watch: false);
        using var response = await _transport.SendAsync(Request(HttpMethod.Delete, path, Versioned(options)), ct);
    }

    /// <summary>Assigns a pod to a node.</summary>
    public async Task BindAsync(string ns, string pod, Binding binding, CancellationToken ct = default)
    {
        binding.ApiVersion ??= "v1";
        binding.Kind ??= "Binding";
        binding.Metadata ??= new ObjectMeta { Name = pod, Namespace = ns };
        using var response = await _transport.SendAsync(Request(HttpMethod.Post, Pod.Info.ObjectPath(ns, Named(pod)) + "/binding", binding), ct);
    }

    /// <summary>Asks for a pod to be evicted; 429 where a disruption budget forbids it now.</summary>
    public async Task EvictAsync(string ns, string pod, DeleteOptions? options = null, CancellationToken ct = default)
    {
        var eviction = new Eviction
        {
            ApiVersion = "policy/v1",
            Kind = "Eviction",
            Metadata = new ObjectMeta { Name = pod, Namespace = ns },
            DeleteOptions = options,
        };
        var request = Request(HttpMethod.Post, Pod.Info.ObjectPath(ns, Named(pod)) + "/eviction", eviction) with { RetryWhenBusy = false };
        using var response = await _transport.SendAsync(request, ct);
    }

    /// <summary>Any call with typed bodies; <paramref name="body"/> and the answer are types of the API.</summary>
    public Task<TAnswer> RequestAsync<TAnswer>(HttpMethod method, string path, object? body, CancellationToken ct = default) where TAnswer : class =>
        _transport.ReadAsync<TAnswer>(Request(method, path, body), ct);

    /// <summary>
    /// Any call. The answer's headers have arrived, its body has not: read it as a stream and dispose the answer.
    /// Answers outside 2xx are thrown as <see cref="ApiException"/>.
    /// </summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, CancellationToken ct = default, string accept = JsonType) =>
        _transport.SendAsync(new ApiRequest(method, path) { Content = content, Accept = accept }, ct);

    /// <summary>Changes the protocol of a connection of its own; null where the server does not speak the one asked for.</summary>
    /// <summary>
    /// Passes on a request made elsewhere, its address relative to the server's: with this client's credentials, over HTTP/1.1, so that it may ask for
    /// another protocol. The answer comes back whatever its code; after 101 its content is the connection.
    /// </summary>
    public Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, CancellationToken ct = default) => _transport.PassAsync(request, ct);

    internal Task<UpgradedConnection?> UpgradeAsync(UpgradeRequest request, CancellationToken ct) => _transport.UpgradeAsync(request, ct);

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private static ApiRequest Request(HttpMethod method, string path, object? body) =>
        new(method, path) { Body = body is null ? default(ReadOnlyMemory<byte>?) : ApiJson.Serialize(body), ContentType = JsonType };

    private static string PathOf<T>(T value) where T : class, IResource<T> =>
        T.Info.ObjectPath(value.Metadata?.Namespace, Named(value.Metadata?.Name));

    private static string Named(string? name) => string.IsNullOrEmpty(name) ? throw new ArgumentException("the object has no name", nameof(name)) : name;

    private static T Stamp<T>(T value) where T : class, IResource<T>
    {
        value.ApiVersion ??= T.Info.ApiVersion;
        value.Kind ??= T.Info.Kind;
        return value;
    }

    private static DeleteOptions? Versioned(DeleteOptions? options)
    {
        if (options is not null)
        {
            options.ApiVersion ??= "v1";
            options.Kind ??= "DeleteOptions";
        }

        return options;
    }
}
