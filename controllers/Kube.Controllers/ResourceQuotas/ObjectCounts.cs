using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Controllers.Runtime;
using Microsoft.Extensions.Logging;

namespace Kube.Controllers.ResourceQuotas;

/// <summary>How many objects of a kind a namespace has, for any kind the server serves. A kind is watched, by its metadata, from the first time somebody asks.</summary>
internal sealed class ObjectCounts(ControllerContext context, Action<ResourceInfo, string> changed) : IMetadataSink
{
    private const string Name = "resourcequota-controller";

    /// <summary>A kind that was not served is looked for again after this long.</summary>
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_firstList = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly MetadataClient _metadata = new(context.Client);
    private readonly ILogger _logger = context.Loggers.CreateLogger(Name);
    private readonly Dictionary<string, (MetadataReflector Reflector, Task Task)> _watched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ResourceInfo Kind, string Namespace)> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Namespace), int> _counts = [];
    private ApiCatalog _catalog = ApiCatalog.Empty;
    private DateTimeOffset _read;

    /// <summary>The number of objects of <c>plural.group</c>; null for a kind that is not served in namespaces, or not counted.</summary>
    public async Task<int?> CountAsync(string kind, string ns, CancellationToken ct)
    {
        if (await ReflectorAsync(kind, ct) is not { } reflector)
        {
            return null;
        }

        await reflector.Synced.WaitAsync(s_firstList, context.Time, ct);
        lock (_lock)
        {
            return _counts.GetValueOrDefault((kind, ns));
        }
    }

    /// <summary>Completes when all watching has ended, which the token of the first question does.</summary>
    public Task EndAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_watched.Values.Select(watched => watched.Task));
        }
    }

    /// <inheritdoc />
    public void Observed(ResourceInfo kind, PartialObjectMetadata value)
    {
        var (uid, ns) = (value.Uid(), value.Metadata?.Namespace ?? string.Empty);
        lock (_lock)
        {
            if (!_objects.TryAdd(uid, (kind, ns)))
            {
                return;
            }

            _counts[(kind.GroupResource, ns)] = _counts.GetValueOrDefault((kind.GroupResource, ns)) + 1;
        }

        changed(kind, ns);
    }

    /// <inheritdoc />
    public void Gone(string uid)
    {
        (ResourceInfo Kind, string Namespace) gone;
        lock (_lock)
        {
            if (!_objects.Remove(uid, out gone))
            {
                return;
            }

            var key = (gone.Kind.GroupResource, gone.Namespace);
            if (--_counts[key] == 0)
            {
                _counts.Remove(key);
            }
        }

        changed(gone.Kind, gone.Namespace);
    }

    private async Task<MetadataReflector?> ReflectorAsync(string kind, CancellationToken ct)
    {
        lock (_lock)
        {
            if (_watched.TryGetValue(kind, out var watched))
            {
                return watched.Reflector;
            }
        }

        if (await FindAsync(kind, ct) is not { } info)
        {
            return null;
        }

        lock (_lock)
        {
            if (!_watched.TryGetValue(kind, out var watched))
            {
                var reflector = new MetadataReflector(info, _metadata, this, context.Time, context.Random, _logger);
                watched = (reflector, reflector.RunAsync(ct));
                _watched.Add(kind, watched);
            }

            return watched.Reflector;
        }
    }

    /// <summary>Events are too many and too short-lived to count.</summary>
    private async Task<ResourceInfo?> FindAsync(string kind, CancellationToken ct)
    {
        var now = context.Time.GetUtcNow();
        if (Find(kind) is null && now - _read > s_refresh)
        {
            (_catalog, _read) = (await ApiCatalog.ReadAsync(context.Client, ct), now);
        }

        return Find(kind);
    }

    private ResourceInfo? Find(string kind) =>
        _catalog.Kinds.FirstOrDefault(k => k.Info.GroupResource == kind && k.Info.Namespaced && k.Info.Plural != "events" && k.Can("list", "watch"))?.Info;
}
