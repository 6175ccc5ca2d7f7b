using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Routing;

/// <summary>Routes that follow from what is served: made again when that has changed, and somebody asks.</summary>
internal sealed class LiveRoutes(ResourceRegistry registry, Func<ServedSet, PathRoutes> make)
{
    private Made? _made;

    /// <summary>The routes of what is served now.</summary>
    public PathRoutes Now
    {
        get
        {
            var (served, made) = (registry.Now, Volatile.Read(ref _made));
            if (made is null || !ReferenceEquals(made.From, served))
            {
                Volatile.Write(ref _made, made = new Made(served, make(served)));
            }

            return made.Routes;
        }
    }

    private sealed record Made(ServedSet From, PathRoutes Routes);
}
