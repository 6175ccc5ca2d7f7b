using System.Net;
using Kube.Controllers.NodeIpam;

namespace Kube.Controllers.Tests.NodeIpam;

public class CidrPoolTests
{
    [Fact]
    public void Allocate_InOrder_ThenNone()
    {
        var pool = new CidrPool(IPNetwork.Parse("10.244.0.0/22"), 24);
        Assert.Equal(["10.244.0.0/24", "10.244.1.0/24", "10.244.2.0/24", "10.244.3.0/24", null], Enumerable.Range(0, 5).Select(_ => pool.Allocate()));
    }

    [Fact]
    public void Allocate_Occupied_IsSkipped()
    {
        var pool = new CidrPool(IPNetwork.Parse("10.244.0.0/22"), 24);
        pool.Occupy("10.244.0.0/23");
        Assert.Equal("10.244.2.0/24", pool.Allocate());
    }

    [Fact]
    public void Release_Returned_ComesBackLast()
    {
        var pool = new CidrPool(IPNetwork.Parse("10.244.0.0/23"), 24);
        var first = pool.Allocate();
        pool.Release(first!);
        Assert.Equal("10.244.1.0/24", pool.Allocate());
        Assert.Equal("10.244.0.0/24", pool.Allocate());
    }

    [Theory]
    [InlineData("192.168.0.0/24")]
    [InlineData("10.0.0.0/8")]
    [InlineData("nonsense")]
    public void Occupy_OutsideTheRange_IsIgnored(string cidr)
    {
        var pool = new CidrPool(IPNetwork.Parse("10.244.0.0/23"), 24);
        pool.Occupy(cidr);
        Assert.Equal("10.244.0.0/24", pool.Allocate());
    }

    [Theory]
    [InlineData("10.244.0.0/16", 15)]
    [InlineData("10.0.0.0/8", 25)]
    [InlineData("fd00::/64", 80)]
    public void New_MaskThatDoesNotFit_IsRefused(string cidr, int mask) => Assert.Throws<ArgumentException>(() => new CidrPool(IPNetwork.Parse(cidr), mask));
}
