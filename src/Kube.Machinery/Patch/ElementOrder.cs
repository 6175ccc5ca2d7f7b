using System.Text.Json.Nodes;

namespace Kube.Machinery.Patch;

/// <summary>
/// Items of a merged list, and how they are told apart and ordered: by merge key for objects, by value for scalars.
/// The order of the patch wins; items only the server has keep their place relative to their neighbours where that is possible.
/// </summary>
internal readonly struct ElementOrder(string? mergeKey)
{
    public int IndexOf(IList<JsonNode?> list, JsonNode? item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (IsSame(list[i], item))
            {
                return i;
            }
        }

        return -1;
    }

    public bool IsSame(JsonNode? left, JsonNode? right) => mergeKey is null
        ? JsonNode.DeepEquals(left, right)
        : left is JsonObject l && right is JsonObject r && JsonNode.DeepEquals(l[mergeKey], r[mergeKey]);

    /// <summary>Orders the items: those that <paramref name="patchOrder"/> names as it names them, the others woven in by <paramref name="serverOrder"/>.</summary>
    public List<JsonNode?> Arrange(IList<JsonNode?> items, IList<JsonNode?> patchOrder, IList<JsonNode?> serverOrder)
    {
        var named = new List<JsonNode?>();
        var others = new List<JsonNode?>();
        foreach (var item in items)
        {
            (IndexOf(patchOrder, item) >= 0 ? named : others).Add(item);
        }

        return Weave(Sort(others, serverOrder), Sort(named, patchOrder), serverOrder);
    }

    /// <summary>Sorts by the place in <paramref name="order"/>; unknown items stay before, deletions go last.</summary>
    public List<JsonNode?> Sort(IEnumerable<JsonNode?> items, IList<JsonNode?> order)
    {
        var self = this;
        var all = items.ToList();
        return [.. all.Where(i => !Directive.IsDeletion(i)).OrderBy(i => self.IndexOf(order, i)), .. all.Where(Directive.IsDeletion)];
    }

    private List<JsonNode?> Weave(List<JsonNode?> others, List<JsonNode?> named, IList<JsonNode?> serverOrder)
    {
        var result = new List<JsonNode?>(others.Count + named.Count);
        var i = 0;
        foreach (var item in named)
        {
            var place = IndexOf(serverOrder, item);
            while (i < others.Count && place >= 0 && IndexOf(serverOrder, others[i]) is >= 0 and var other && other < place)
            {
                result.Add(others[i++]);
            }

            result.Add(item);
        }

        result.AddRange(others[i..]);
        return result;
    }
}
