using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.GarbageCollection;

namespace Kube.Controllers.Tests.GarbageCollection;

public class OwnerGraphTests
{
    private readonly OwnerGraph _graph = new();

    [Fact]
    public void Observe_OwnerKnown_NothingToDo()
    {
        Assert.Empty(Observe("rs"));
        Assert.Empty(Observe("pod", owners: ["rs"]));
        Assert.False(_graph.Find("pod")!.HasDoubtfulOwner);
        Assert.Equal(1, _graph.Find("rs")!.Dependents);
    }

    [Fact]
    public void Observe_OwnerNotSeen_TheDependentIsLookedAt()
    {
        Assert.Equal(["pod"], Observe("pod", owners: ["rs"]));
        Assert.True(_graph.Find("pod")!.HasDoubtfulOwner);
        Assert.False(_graph.IsKnownAbsent("rs"));
        Observe("rs");
        Assert.False(_graph.Find("pod")!.HasDoubtfulOwner);
    }

    [Fact]
    public void Remove_Owner_BringsItsDependentsAndIsRemembered()
    {
        Observe("rs");
        Observe("a", owners: ["rs"]);
        Observe("b", owners: ["rs"]);
        Assert.Equal(["a", "b"], _graph.Remove("rs").Order());
        Assert.True(_graph.IsKnownAbsent("rs"));
        Assert.Null(_graph.Find("rs"));
        Assert.Equal(["late"], Observe("late", owners: ["rs"]));
    }

    [Fact]
    public void Remove_LastDependent_ForgetsTheOwnerThatIsGone()
    {
        Observe("rs");
        Observe("pod", owners: ["rs"]);
        _graph.Remove("rs");
        _graph.Remove("pod");
        Assert.Equal(0, _graph.Count);
    }

    [Fact]
    public void Observe_ForegroundDeletion_BringsOwnerAndDependents()
    {
        Observe("rs");
        Observe("pod", owners: ["rs"], blocks: true);
        Assert.Equal(["pod", "rs"], Observe("rs", deleted: true, finalizer: "foregroundDeletion").Order());
        Assert.True(_graph.Find("pod")!.HasDoubtfulOwner);
        Assert.Contains("rs", _graph.DependentsOf("rs").Single().Blocks);
    }

    [Fact]
    public void Remove_DependentOfWaitingOwner_WakesTheOwner()
    {
        Observe("rs", deleted: true, finalizer: "foregroundDeletion");
        Observe("pod", owners: ["rs"], blocks: true);
        Assert.Equal(["rs"], _graph.Remove("pod"));
    }

    [Fact]
    public void Observe_BlockingEnds_WakesTheOwner()
    {
        Observe("rs", deleted: true, finalizer: "foregroundDeletion");
        Observe("pod", owners: ["rs"], blocks: true);
        Assert.Contains("rs", Observe("pod", owners: ["rs"], blocks: false));
    }

    [Fact]
    public void Observe_Orphaning_BringsOnlyTheOwner()
    {
        Observe("rs");
        Observe("pod", owners: ["rs"]);
        Assert.Equal(["rs"], Observe("rs", deleted: true, finalizer: "orphan"));
        Assert.True(_graph.Find("rs")!.IsOrphaning);
    }

    [Fact]
    public void Observe_OwnerDropped_IsNoDependentAnyMore()
    {
        Observe("rs");
        Observe("pod", owners: ["rs"]);
        Observe("pod");
        Assert.Empty(_graph.Remove("rs"));
    }

    [Theory]
    [InlineData("Solid", "", 0, "Keep", null)]
    [InlineData("", "", 0, "Keep", null)]
    [InlineData("Unknown,Dangling", "", 0, "Keep", null)]
    [InlineData("Solid,Dangling", "", 0, "DropReferences", null)]
    [InlineData("Solid,Waiting", "", 2, "DropReferences", null)]
    [InlineData("Dangling", "", 2, "Delete", "Background")]
    [InlineData("Dangling", "orphan", 2, "Delete", "Orphan")]
    [InlineData("Dangling", "foregroundDeletion", 0, "Delete", "Foreground")]
    [InlineData("Waiting", "", 0, "Delete", "Background")]
    [InlineData("Waiting,Dangling", "", 2, "Delete", "Foreground")]
    public void Decide_ByOwners_KeepsTrimsOrDeletes(string owners, string finalizer, int dependents, string fate, string? propagation)
    {
        var states = owners.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<OwnerState>).ToList();
        var verdict = DeletionRules.Decide(states, [finalizer], [.. Enumerable.Range(0, dependents).Select(i => Item($"d{i}"))]);
        Assert.Equal((fate, propagation), (verdict.Fate.ToString(), verdict.Propagation));
    }

    [Fact]
    public void Decide_DependentWaitsToo_UnblocksTheCircle() =>
        Assert.True(DeletionRules.Decide([OwnerState.Waiting], [], [Item("d") with { IsDeletingDependents = true }]).Unblock);

    private static GraphItem Item(string uid) => new(uid, Pod.Info, new("default", uid), 0, false, false, false, false, new HashSet<string>());

    private IEnumerable<string> Observe(string uid, string[]? owners = null, bool deleted = false, string? finalizer = null, bool blocks = false) =>
        _graph.Observe(uid == "rs" ? ReplicaSet.Info : Pod.Info, new PartialObjectMetadata
        {
            Metadata = new ObjectMeta
            {
                Name = uid,
                Namespace = "default",
                Uid = uid,
                DeletionTimestamp = deleted ? Given.Now : null,
                Finalizers = finalizer is null ? null : [finalizer],
                OwnerReferences = owners?.Select(owner => new OwnerReference { Kind = "ReplicaSet", Name = owner, Uid = owner, BlockOwnerDeletion = blocks }).ToList(),
            },
        });
}
