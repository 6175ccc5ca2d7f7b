using Kube.Api.ApiExtensions.V1;
using Kube.Api.Resources;

namespace Kube.ApiServer.CustomResources;

/// <summary>Who has which name in which group: built-in kinds for good, definitions by what they were granted. Names of resources and of kinds do not meet.</summary>
internal sealed class ClaimedNames
{
    private readonly Dictionary<(string Group, bool IsKind, string Name), string> _owners = [];

    public ClaimedNames(IEnumerable<Resource> builtIn)
    {
        foreach (var resource in builtIn)
        {
            var (info, names) = (resource.Info, resource.Names);
            Claim(info.Group, isKind: false, "", [info.Plural, names.Singular ?? info.Kind.ToLowerInvariant(), .. names.Short ?? []]);
            Claim(info.Group, isKind: true, "", [info.Kind, resource.ListKind]);
        }
    }

    /// <summary>Notes what a definition was granted.</summary>
    public void Claim(string group, string definition, CustomResourceDefinitionNames names)
    {
        Claim(group, isKind: false, definition, [names.Plural, names.Singular, .. names.ShortNames ?? []]);
        Claim(group, isKind: true, definition, [names.Kind, names.ListKind]);
    }

    /// <summary>True when a resource of the group is called so that is not the definition's own.</summary>
    public bool IsResourceTaken(string group, string? name, string definition) => IsTaken(group, isKind: false, name, definition);

    /// <summary>True when a kind of the group is called so that is not the definition's own.</summary>
    public bool IsKindTaken(string group, string? name, string definition) => IsTaken(group, isKind: true, name, definition);

    private bool IsTaken(string group, bool isKind, string? name, string definition) =>
        !string.IsNullOrEmpty(name) && _owners.TryGetValue((group, isKind, name), out var owner) && owner != definition;

    private void Claim(string group, bool isKind, string definition, IEnumerable<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name))
            {
                _owners.TryAdd((group, isKind, name), definition);
            }
        }
    }
}
