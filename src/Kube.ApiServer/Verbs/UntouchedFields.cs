using Kube.Api;

namespace Kube.ApiServer.Verbs;

/// <summary>Gives a new object the fields of the present one that a patch does not speak of: both then have them in common, so that comparing them costs nothing.</summary>
internal static class UntouchedFields
{
    /// <summary>Hands over every field but <paramref name="touched"/>; both objects are of one type.</summary>
    public static void Carry(IKubeObject from, IKubeObject to, IReadOnlySet<string> touched)
    {
        foreach (var property in ApiJson.TypeInfo(to.GetType()).Properties)
        {
            if (property is { Get: { } get, Set: { } set } && !touched.Contains(property.Name))
            {
                set(to, get(from));
            }
        }
    }
}
