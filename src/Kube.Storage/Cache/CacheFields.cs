namespace Kube.Storage.Cache;

/// <summary>The declared fields of a resource, by position.</summary>
internal sealed class CacheFields(IReadOnlyList<CacheField> fields)
{
    /// <summary>The fields.</summary>
    public IReadOnlyList<CacheField> All => fields;

    /// <summary>The position of a path; -1 when it was not declared.</summary>
    public int IndexOf(string path)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Path == path)
            {
                return i;
            }
        }

        return -1;
    }
}
