using System.Diagnostics;
using System.Net;
using Kctl.App;
using Kctl.Printing;

namespace Kctl.Streams;

/// <summary>
/// Forwardings that go on in processes of their own. Each has a record in a folder only the user can read, and a log beside it; a record whose process
/// is gone is removed when it is come across.
/// </summary>
internal sealed class BackgroundForwards(Session session)
{
    /// <summary>What the process in the background says last on its way there.</summary>
    private const string Ready = ".";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);
    private readonly Terminal _terminal = session.Terminal;

    /// <summary>The forwarding of a target's port in this namespace, if there is one in the background.</summary>
    public ForwardRecord? Find(string target, string port) => Records().FirstOrDefault(r => r.Name == NameOf(target, port) && r.Namespace == session.Namespace);

    /// <summary>Starts one, and returns when it listens; <paramref name="output"/> gets what there is to say.</summary>
    public async Task StartAsync(string target, IReadOnlyList<string> ports, string? addresses, TextWriter output, CancellationToken ct)
    {
        var name = NameOf(target, ports[0]);
        if (Records().Any(r => r.Name == name))
        {
            throw new CommandException($"{name} is forwarded in the background already; end it with: kctl port-forward --stop {name}");
        }

        var program = _terminal.ProgramPath ?? throw new CommandException("cannot tell where kctl is, to start it in the background");
        using var process = Process.Start(new ProcessStartInfo(program, Arguments(name, target, ports, addresses))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line == Ready)
            {
                await output.WriteLineAsync($"In the background as \"{name}\"; end it with: kctl port-forward --stop {name}");
                return;
            }

            await output.WriteLineAsync(line);
        }

        var why = (await process.StandardError.ReadToEndAsync(ct)).Trim();
        throw new CommandException(why.StartsWith("error: ", StringComparison.Ordinal) ? why["error: ".Length..] : why);
    }

    /// <summary>The process in the background: forwards until it is told to end.</summary>
    public async Task RunAsync(string name, string word, IReadOnlyList<PortMapping> mappings, IReadOnlyList<IPAddress> addresses, CancellationToken ct)
    {
        NativeProcess.LeaveTerminal();
        var file = FileOf(name, ".json");
        await using var log = new StreamWriter(FileOf(name, ".log")) { AutoFlush = true };
        var target = new ForwardTarget(session, word) { IsPatient = true };
        await using var forwarder = await PortForwarder.StartAsync(session, target, mappings, addresses, text => Note(log, text), ct);
        new ForwardRecord(name, Environment.ProcessId, NativeProcess.StartOf(Environment.ProcessId) ?? 0, session.Namespace, word, forwarder.Descriptions).Write(file);
        try
        {
            foreach (var line in forwarder.Descriptions)
            {
                await session.Out.WriteLineAsync($"Forwarding from {line}");
            }

            await session.Out.WriteLineAsync(Ready);
            await session.Out.FlushAsync(ct);
            await forwarder.WaitAsync(ct);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Prints what there is.</summary>
    public void List()
    {
        var records = Records();
        if (records.Count == 0)
        {
            session.Error.WriteLine("Nothing is forwarded in the background.");
            return;
        }

        new TextTable(session.Out).Write([["NAME", "NAMESPACE", "TARGET", "PORTS", "PID"], .. records.Select(r => (string[])[r.Name, r.Namespace, r.Target, string.Join(", ", r.Ports), $"{r.Process}"])]);
    }

    /// <summary>Ends one, or <c>all</c>, and waits until it has ended.</summary>
    public async Task StopAsync(string name, CancellationToken ct)
    {
        var records = Records();
        var chosen = name == "all" ? records : [.. records.Where(r => r.Name == name)];
        if (chosen.Count == 0 && name != "all")
        {
            throw new CommandException($"nothing is forwarded in the background as \"{name}\"{Suggestion.Tail(name, records.Select(r => r.Name))}; 'kctl port-forward --list' shows what is");
        }

        foreach (var record in chosen)
        {
            NativeProcess.Terminate(record.Process);
            var started = _terminal.Time.GetTimestamp();
            while (record.IsAlive && _terminal.Time.GetElapsedTime(started) < s_patience)
            {
                await Task.Delay(s_look, _terminal.Time, ct);
            }

            await session.Out.WriteLineAsync(record.IsAlive ? $"{record.Name} was told to stop, but process {record.Process} still runs" : $"{record.Name} stopped");
        }
    }

    private static void Note(TextWriter log, string text)
    {
        lock (log)
        {
            log.WriteLine(text);
        }
    }

    private static string NameOf(string target, string port) =>
        string.Concat($"{target}-{port.Split(':') switch { [{ Length: > 0 } local, ..] => local, [_, var remote] => remote, _ => port }}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' ? c : '-'));

    private List<string> Arguments(string name, string target, IReadOnlyList<string> ports, string? addresses)
    {
        var flags = session.Flags;
        List<string> arguments = ["port-forward", $"--in-background={name}", target, .. ports, $"--namespace={session.Namespace}"];
        foreach (var option in new[] { flags.Kubeconfig, flags.Context, flags.Server, flags.Token, flags.RequestTimeout })
        {
            if (session.Value(option) is { } value)
            {
                arguments.Add($"{option.Name}={value}");
            }
        }

        arguments.AddRange(session.Value(flags.Insecure) ? [flags.Insecure.Name] : []);
        arguments.AddRange(addresses is null ? [] : [$"--address={addresses}"]);
        return arguments;
    }

    private List<ForwardRecord> Records()
    {
        var found = new List<ForwardRecord>();
        foreach (var file in Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal))
        {
            if (ForwardRecord.Read(file) is { IsAlive: true } record)
            {
                found.Add(record);
            }
            else
            {
                File.Delete(file);
            }
        }

        return found;
    }

    private string FileOf(string name, string end) => Path.Combine(Folder(), name + end);

    /// <summary>The user's own folder for what lasts as long as the machine is up.</summary>
    private string Folder()
    {
        var runtime = _terminal.Environment("XDG_RUNTIME_DIR") is { Length: > 0 } given ? Path.Combine(given, "kctl") : Path.Combine(_terminal.HomeFolder, ".kube", "kctl");
        var folder = Path.Combine(runtime, "port-forward");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
