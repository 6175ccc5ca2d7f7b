using Kube.Api.Core.V1;
using Kube.Controllers.Namespaces;

namespace Kube.Controllers.Tests.Namespaces;

public class NamespaceConditionsTests
{
    [Fact]
    public void Of_Empty_AllIsWell() =>
        Assert.All(NamespaceConditions.Of(new NamespaceContent(), null, Given.Now), condition => Assert.Equal("False", condition.Status));

    [Fact]
    public void Of_Content_CountsByKindAndFinalizer()
    {
        var content = new NamespaceContent();
        content.Remaining["pods."] = 2;
        content.Remaining["deployments.apps"] = 1;
        content.Finalizers["example.com/hold"] = 3;
        var conditions = NamespaceConditions.Of(content, null, Given.Now).ToDictionary(condition => condition.Type!);
        Assert.Equal("Some resources are remaining: deployments.apps has 1 resource instances, pods. has 2 resource instances", conditions["NamespaceContentRemaining"].Message);
        Assert.Equal("Some content in the namespace has finalizers remaining: example.com/hold in 3 resource instances", conditions["NamespaceFinalizersRemaining"].Message);
        Assert.Equal("SomeFinalizersRemain", conditions["NamespaceFinalizersRemaining"].Reason);
    }

    [Fact]
    public void Of_SameStatus_KeepsItsTime()
    {
        var before = NamespaceConditions.Of(new NamespaceContent(), null, Given.Now);
        var after = NamespaceConditions.Of(new NamespaceContent(), before, Given.Now.AddHours(1));
        Assert.All(after, (NamespaceCondition condition) => Assert.Equal(Given.Now, condition.LastTransitionTime));
    }
}
