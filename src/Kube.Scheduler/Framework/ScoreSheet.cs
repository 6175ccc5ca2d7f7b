using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Framework;

/// <summary>
/// The scores of one decision: a row per rule, a column per node. Used again for the next decision, so that scoring allocates nothing but what
/// <see cref="Rank"/> keeps.
/// </summary>
internal sealed class ScoreSheet
{
    /// <summary>The chosen node and three more say why one won; the rest would only be memory.</summary>
    private const int Kept = 4;

    private readonly List<(IScore Rule, int Weight)> _rules = [];
    private readonly List<long[]> _rows = [];
    private readonly int[] _top = new int[Kept];
    private long[] _totals = [];
    private RankedRule[] _names = [];
    private int _count;

    /// <summary>The weighted sums, one per node.</summary>
    public ReadOnlySpan<long> Totals => _totals.AsSpan(0, _count);

    public void Begin(int nodes)
    {
        _rules.Clear();
        _count = nodes;
        if (_totals.Length < nodes)
        {
            _totals = new long[nodes];
            _rows.Clear();
        }

        _totals.AsSpan(0, nodes).Clear();
    }

    /// <summary>The row of the next rule, to be filled by it.</summary>
    public Span<long> Open(IScore rule, int weight)
    {
        if (_rows.Count == _rules.Count)
        {
            _rows.Add(new long[_totals.Length]);
        }

        _rules.Add((rule, weight));
        return _rows[_rules.Count - 1].AsSpan(0, _count);
    }

    /// <summary>The row is complete: it counts.</summary>
    public void Close()
    {
        var row = _rows[_rules.Count - 1].AsSpan(0, _count);
        var weight = _rules[^1].Weight;
        for (var i = 0; i < row.Length; i++)
        {
            _totals[i] += row[i] * weight;
        }
    }

    /// <summary>The chosen node and the best of the others, with their rows.</summary>
    public Ranking Rank(int chosen, List<NodeInfo> nodes)
    {
        _top[0] = chosen;
        var found = 1;
        for (var i = 0; i < _count; i++)
        {
            if (i != chosen && (found < Kept || _totals[i] > _totals[_top[Kept - 1]]))
            {
                found = Insert(i, found);
            }
        }

        var ranked = new RankedNode[found];
        for (var i = 0; i < found; i++)
        {
            ranked[i] = new RankedNode(nodes[_top[i]].Name, _totals[_top[i]], Column(_top[i]));
        }

        return new Ranking(Names(), ranked);
    }

    private int Insert(int node, int found)
    {
        var at = Math.Min(found, Kept - 1);
        for (; at > 1 && _totals[_top[at - 1]] < _totals[node]; at--)
        {
            _top[at] = _top[at - 1];
        }

        _top[at] = node;
        return Math.Min(found + 1, Kept);
    }

    private byte[] Column(int node)
    {
        var column = new byte[_rules.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = (byte)Math.Clamp(_rows[i][node], 0, Score.Max);
        }

        return column;
    }

    /// <summary>Decisions that ask the same rules share one list of them.</summary>
    private RankedRule[] Names()
    {
        var same = _names.Length == _rules.Count;
        for (var i = 0; same && i < _names.Length; i++)
        {
            same = ReferenceEquals(_names[i].Name, _rules[i].Rule.Name) && _names[i].Weight == _rules[i].Weight;
        }

        return same ? _names : _names = [.. _rules.Select(r => new RankedRule(r.Rule.Name, r.Weight))];
    }
}
