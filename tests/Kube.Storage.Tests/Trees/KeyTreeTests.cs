using Kube.Storage.Trees;

namespace Kube.Storage.Tests.Trees;

public class KeyTreeTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 400)]
    [InlineData(3, 6000)]
    public void SetAndRemove_RandomOperations_EqualsASortedDictionary(int seed, int keys)
    {
        var random = new Random(seed);
        var model = new SortedDictionary<string, StoreEntry>(StringComparer.Ordinal);
        var tree = KeyTree<StoreEntry>.Empty;
        for (var step = 1; step <= 20_000; step++)
        {
            var key = $"/k/{random.Next(keys):x}";
            var removes = random.Next(100) < (step / 5000 % 2 == 0 ? 30 : 70);
            if (removes)
            {
                model.Remove(key);
                tree = tree.Remove(key);
            }
            else
            {
                model[key] = new StoreEntry(key, default, step);
                tree = tree.Set(model[key]);
            }

            if (step % 1000 == 0)
            {
                AssertSame(model, tree, random, keys);
            }
        }
    }

    [Fact]
    public void Remove_EveryKey_LeavesNothing()
    {
        var tree = KeyTree<StoreEntry>.FromSorted([.. Enumerable.Range(0, 5000).Select(i => Entry($"{i:d5}"))]);
        foreach (var i in Enumerable.Range(0, 5000).OrderBy(i => i * 7919 % 5000))
        {
            tree = tree.Remove($"{i:d5}");
        }

        Assert.Equal(0, tree.Count);
        Assert.Empty(tree.Between("", "\uffff"));
    }

    [Fact]
    public void Set_OnALaterTree_LeavesTheEarlierOneAsItWas()
    {
        var before = KeyTree<StoreEntry>.FromSorted([.. Enumerable.Range(0, 1000).Select(i => Entry($"{i:d5}"))]);
        var after = before.Set(Entry("00500x")).Remove("00100");
        Assert.Equal(1000, before.Count);
        Assert.NotNull(before.Get("00100"));
        Assert.Null(before.Get("00500x"));
        Assert.NotNull(after.Get("00500x"));
    }

    private static void AssertSame(SortedDictionary<string, StoreEntry> model, KeyTree<StoreEntry> tree, Random random, int keys)
    {
        Assert.Equal(model.Values, tree.Between("", "\uffff"));
        Assert.Equal(model.Count, tree.Count);
        var (from, to) = ($"/k/{random.Next(keys):x}", $"/k/{random.Next(keys):x}");
        var wanted = model.Values.Where(e => string.CompareOrdinal(e.Key, from) >= 0 && string.CompareOrdinal(e.Key, to) < 0).ToList();
        Assert.Equal(wanted, tree.Between(from, to));
        Assert.Equal(wanted.Count, tree.CountBetween(from, to));
        Assert.Equal(model.GetValueOrDefault(from), tree.Get(from));
    }

    private static StoreEntry Entry(string key) => new(key, default, 1);
}
