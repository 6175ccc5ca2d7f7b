using Kube.Api;

namespace Kube.Controllers.Runtime;

/// <summary>A kind as the server announces it: what it is and what may be done with it.</summary>
/// <param name="Info">Group, version, kind, plural, scope.</param>
/// <param name="Verbs">Such as <c>list</c> and <c>deletecollection</c>.</param>
internal sealed record ServedKind(ResourceInfo Info, IReadOnlySet<string> Verbs)
{
    /// <summary>Whether the server offers all of these verbs.</summary>
    public bool Can(params ReadOnlySpan<string> verbs)
    {
        foreach (var verb in verbs)
        {
            if (!Verbs.Contains(verb))
            {
                return false;
            }
        }

        return true;
    }
}
