using System.Collections.Concurrent;
using Kube.Api;
using Kube.Api.Resources;
using Kube.Api.Resources.ApiExtensions;
using Kube.Api.Resources.CustomResources;
using Kube.ApiServer.Registry;
using Kube.Machinery.Validation;
using Kube.Storage.Cache;

namespace Kube.ApiServer.CustomResources;

/// <summary>
/// Brings what is served in line with the definitions: opens the collection of a new kind before it is served, goes over to a new form at once,
/// and closes what is no longer served afterwards. One call at a time.
/// </summary>
internal sealed class CustomKinds(CacheSet caches, ResourceRegistry registry, Func<Resource, ResourceCache, ResourceStore> open)
{
    private readonly ConcurrentDictionary<string, LiveKind> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>The kind of a definition; null when it is not served.</summary>
    public LiveKind? Find(string definition) => _live.GetValueOrDefault(definition);

    /// <summary>Why the kind of a definition cannot be served; null when nothing speaks against it.</summary>
    public string? FaultsOf(string definition) => _faults.GetValueOrDefault(definition);

    /// <summary>Serves what the plans want. Throws what the store throws when a new collection cannot be read; what was served stays so then.</summary>
    public async Task ServeAsync(IReadOnlyList<DefinitionPlan> plans, CancellationToken cancel)
    {
        var wanted = plans.Where(p => p.IsWanted).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var retired = new List<ResourceCache>();
        try
        {
            foreach (var plan in wanted.Values)
            {
                await OpenAsync(plan, retired, cancel);
            }

            foreach (var (name, live) in _live.Where(l => !wanted.ContainsKey(l.Key)).ToList())
            {
                _live.TryRemove(name, out _);
                _faults.Remove(name);
                retired.Add(live.Cache);
            }
        }
        finally
        {
            Publish(retired);
        }
    }

    private async Task OpenAsync(DefinitionPlan plan, List<ResourceCache> retired, CancellationToken cancel)
    {
        var form = (plan.Definition.Metadata!.Uid, plan.Definition.Metadata.Generation);
        var look = ApiJson.Serialize(plan.Names.Accepted).Append((byte)(plan.IsTerminating ? 1 : 0)).ToArray();
        var live = _live.GetValueOrDefault(plan.Name);
        var isSameForm = live is not null && live.Form == form;
        if (isSameForm && live!.Look.AsSpan().SequenceEqual(look))
        {
            return;
        }

        var errors = new FieldErrors();
        var kind = CustomKind.Of(plan.Definition, plan.Names.Accepted, errors);
        if (kind is null)
        {
            // What is served already stays as it was: the server does not let such a definition in, somebody else wrote it.
            _faults[plan.Name] = string.Join(", ", errors);
            return;
        }

        _faults.Remove(plan.Name);
        var cache = isSameForm ? live!.Cache : await caches.AddAsync(ResourceStore.CacheOf(kind.Storage, kind.SelectableFields), cancel);
        if (!isSameForm && live is not null)
        {
            retired.Add(live.Cache);
        }

        _live[plan.Name] = new LiveKind(kind, form, look, cache, open(kind.Storage, cache));
    }

    private void Publish(List<ResourceCache> retired)
    {
        var now = _live.Values.SelectMany(l => l.Served)
            .OrderBy(s => s.View.Info.Group, StringComparer.Ordinal)
            .ThenBy(s => s.View.Info.Version, VersionOrder.PreferredFirst)
            .ThenBy(s => s.View.Info.Plural, StringComparer.Ordinal)
            .ToList();
        var before = registry.Now.All.Skip(registry.BuiltIn.Count);
        if (!now.Select(s => s.View).SequenceEqual(before.Select(s => s.View)))
        {
            registry.SetCustom(now);
        }

        retired.ForEach(caches.Remove);
    }
}
